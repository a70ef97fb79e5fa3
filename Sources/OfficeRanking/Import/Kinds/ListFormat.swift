import Postgres
import RankingRules

/// Reads rows of a kind of file that is defined by a list of fields.
struct ListFormat: RowFormat {
    let columns: [ColumnSpec]
    private let fields: [Field]
    private let today: Day
    private let bounds: [Bound]
    /// The checks of a row that only this kind of file has.
    private let check: @Sendable (CheckedRow, [CellValue?]) -> Void
    private var values: [CellValue?]

    /// Two fields of which one may not be above the other.
    private struct Bound {
        let field: Int
        let other: Int
        let isUpper: Bool
    }

    init(
        _ fields: [Field], today: Day, check: @escaping @Sendable (CheckedRow, [CellValue?]) -> Void = { _, _ in }
    ) {
        self.fields = fields
        self.today = today
        self.check = check
        columns = fields.map(\.column)
        values = Array(repeating: nil, count: fields.count)
        bounds = fields.indices.flatMap { index in
            let other = { (name: String) in fields.firstIndex { $0.name == name } }
            return [
                fields[index].notBefore.flatMap(other).map { Bound(field: index, other: $0, isUpper: false) },
                fields[index].notAfter.flatMap(other).map { Bound(field: index, other: $0, isUpper: true) },
            ].compactMap(\.self)
        }
    }

    var landingColumns: [String] { fields.map(\.name) }

    mutating func read(_ row: CheckedRow) {
        for index in fields.indices {
            values[index] = row.value(index, fields[index].rule)
            if fields[index].isPast, case .day(let day) = values[index], day > today {
                row.refuse(index, Fault(.dayInFuture))
            }
        }
        for bound in bounds {
            guard let value = values[bound.field]?.order, let other = values[bound.other]?.order else { continue }
            if (bound.isUpper ? value > other : value < other) { row.refuse(bound.field, Fault(.daysReversed)) }
        }
        check(row, values)
    }

    func write(to writer: inout BinaryCopyWriter) {
        for value in values { writer.value(value) }
    }
}

extension FileKind {
    /// A kind of file whose columns are always the same.
    init(
        _ persian: String, _ english: String, stems: [String], family: ImportKind.Family, isExpected: Bool = true,
        landing: String, unknownCode: FindingCode? = nil, fields: [Field],
        check: @escaping @Sendable (CheckedRow, [CellValue?]) -> Void = { _, _ in }
    ) {
        self.init(
            persian, english, stems: stems, family: family, isExpected: isExpected, landing: landing,
            unknownCode: unknownCode
        ) { ListFormat(fields, today: $0.today, check: check) }
    }
}
