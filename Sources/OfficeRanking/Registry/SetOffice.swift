import Foundation
import Postgres
public import RankingRules

extension RankingDatabase {
    /// Fields of an office that can be corrected by hand: the columns of the offices file, by their English names.
    public static var settableOfficeFields: [String] {
        OfficeFormat(today: Day(rawValue: 0)).columns.map(\.name).filter { !unsettableFields.contains($0) }
    }

    /// Corrects fields of one office; the same values again change nothing. Values are read as in an offices file.
    /// - Parameter isExpected: throws when the office is not what the correction was made for.
    /// - Returns: whether anything changed.
    public func setOffice(
        _ code: String, _ values: [String: String], effectiveOn: Day, reason: String, today: Day,
        isExpected: (OfficeRecord) throws -> Void = { _ in }
    ) async throws -> Bool {
        guard effectiveOn <= today else {
            throw RankingError.invalid([Finding(.dayInFuture, file: code).sentence])
        }
        let changes = try readChanges(values, today: today)
        return try await act { connection in
            // Nobody changes it between this look and the correction.
            try await connection.query("select ranking.hold_offices()")
            try isExpected(try await joining(connection).office(code))
            return try await connection.query(
                """
                select ranking.correct_office(\(code), \(changes)::jsonb, \(effectiveOn.description), \(reason))
                """)[0].decode(Bool.self)
        }
    }

    /// The values as JSON for the database, or `invalid` with every finding.
    private func readChanges(_ values: [String: String], today: Day) throws -> String {
        let names = values.keys.sorted()
        let unknown = names.filter { !Self.settableOfficeFields.contains($0) }
        guard unknown.isEmpty else {
            let known = Self.settableOfficeFields.joined(separator: ", ")
            throw RankingError.invalid(
                unknown.map {
                    LocalizedText(
                        persian: "«\($0)» از فیلدهای قابل اصلاح نیست: \(known)",
                        english: "“\($0)” is not a field that can be corrected: \(known)")
                })
        }
        let lines = [names, names.map { values[$0] ?? "" }].map { cells in
            cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
        }
        let report = FindingReport()
        let specs = OfficeFormat(today: today).columns.map {
            ColumnSpec(
                name: $0.name, titles: [], isRequired: false, isPersonal: $0.isPersonal, mayBeEmpty: $0.mayBeEmpty)
        }
        let bytes = InMemoryBytes(lines.joined())
        let reader = TableReader { target in bytes.read(into: target) }
        guard let table = CheckedTable.open(reader, named: "office set", columns: specs, report: report),
            let row = table.next()
        else { throw RankingError.invalid(report.first.map(\.sentence)) }
        var format = OfficeFormat(today: today)
        format.read(row)
        guard !report.hasErrors else {
            throw RankingError.invalid(report.first.filter { $0.severity == .error }.map(\.sentence))
        }
        let json = try JSONSerialization.data(
            withJSONObject: format.json(of: names), options: [.sortedKeys, .withoutEscapingSlashes])
        return String(decoding: json, as: UTF8.self)
    }
}

/// An office keeps its code, province and county; another holder comes by a transfer, with an offices file.
private let unsettableFields: Set<String> = [
    "code", "province", "county", "kind", "holder_national_id", "holder_name", "effective_on", "predecessor_code",
    "predecessor_kind",
]

/// Hands out the bytes of a text in one piece.
private final class InMemoryBytes {
    private var bytes: [UInt8]

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    func read(into target: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(target.count, bytes.count)
        target.copyBytes(from: bytes.prefix(count))
        bytes.removeFirst(count)
        return count
    }
}

extension Finding {
    /// Column and reason in both languages.
    var sentence: LocalizedText {
        let place = column.map { "\($0): " } ?? ""
        return LocalizedText(persian: place + reason(in: .persian), english: place + reason(in: .english))
    }
}
