import Foundation
public import RankingRules

/// Fields of an office that a person typed, read by the rules of an offices file.
struct OfficeChanges {
    /// The new values; nil takes a value back.
    private var values: [String: Value?] = [:]
    private var findings: [Finding] = []

    /// Throws `invalid` with every finding.
    init(_ texts: [String: String], today: Day) throws {
        let named = texts.keys.sorted().map { ($0, OfficeField(name: $0)) }
        let unknown = named.filter { name, field in field.map { !OfficeField.settable.contains($0) } ?? true }
        guard unknown.isEmpty else { throw RankingError.invalid(unknown.map { Self.unsettable($0.0) }) }
        var orders: [String: Int64] = [:]
        for case (let name, let field?) in named {
            let text = texts[name] ?? ""
            do throws(Fault) {
                orders[name] = try take(text, of: field, today: today)
            } catch {
                refuse(field, text, error)
            }
        }
        for case (_, let field?) in named { compare(field, texts, orders) }
        guard findings.isEmpty else { throw RankingError.invalid(findings.map(\.sentence)) }
    }

    /// The values in the forms of the database's columns.
    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(values), as: UTF8.self)
        }
    }

    /// Keeps the value of a field and returns the number that orders it.
    private mutating func take(_ text: String, of field: OfficeField, today: Day) throws(Fault) -> Int64? {
        let (value, order) = try Cell.withTyped(text) { cell throws(Fault) -> (Value?, Int64?) in
            let value = try field.field.rule.value(of: cell)
            if value == nil, !field.field.column.mayBeEmpty { throw Fault(.valueMissing) }
            if field.field.isPast, case .day(let day) = value, day > today { throw Fault(.dayInFuture) }
            return (value.map(Value.init), value?.order)
        }
        values.updateValue(value, forKey: field.name)
        return order
    }

    /// Compares the corrected fields with each other; the database compares them with the other fields.
    private mutating func compare(_ field: OfficeField, _ texts: [String: String], _ orders: [String: Int64]) {
        guard let value = orders[field.name] else { return }
        if let bound = field.field.notBefore.flatMap({ orders[$0] }), value < bound {
            refuse(field, texts[field.name], Fault(.daysReversed))
        }
        if [.insuredStaffCount, .disabledStaffCount].contains(field),
            let staff = orders[OfficeField.staffCount.name], value > staff
        {
            refuse(field, texts[field.name], Fault(.staffCountsDisagree, String(staff)))
        }
    }

    private mutating func refuse(_ field: OfficeField, _ text: String?, _ fault: Fault) {
        findings.append(
            Finding(
                fault.code, file: "office set", column: field.name,
                value: text.map { Finding.shown($0, isPersonal: field.field.column.isPersonal) },
                arguments: fault.arguments))
    }

    private static func unsettable(_ name: String) -> LocalizedText {
        let known = OfficeField.settable.map(\.name).joined(separator: ", ")
        return LocalizedText(
            persian: "«\(name)» از فیلدهای قابل اصلاح نیست: \(known)",
            english: "“\(name)” is not a field that can be corrected: \(known)")
    }
}

extension OfficeChanges {
    /// A copy of a value, since the value of a cell is valid only as long as the cell.
    private enum Value: Encodable {
        case text(String)
        case flag(Bool)
        case number(Int64)

        init(_ value: CellValue) {
            self =
                switch value {
                case .text(let cell): .text(cell.text)
                case .word(let word): .text(word)
                case .flag(let flag): .flag(flag)
                case .number(let number): .number(number)
                case .day(let day): .text(day.description)
                }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .flag(let flag): try container.encode(flag)
            case .number(let number): try container.encode(number)
            }
        }
    }
}

extension Finding {
    /// The column and the reason in both languages.
    public var sentence: LocalizedText {
        let place = column.map { "\($0): " } ?? ""
        return LocalizedText(persian: place + reason(in: .persian), english: place + reason(in: .english))
    }
}
