import Postgres
import RankingRules

/// Rows of the declarations file: what each office declared, and where the region has confirmed it, the confirmed value.
struct DeclarationFormat: RowFormat {
    private let placed: [(place: Int, cells: CriterionCells)]
    private var code: Cell?
    private var declared: [Int64?]
    private var confirmed: [Int64?]

    init(_ scheme: Scheme) {
        placed = scheme.criteria.enumerated()
            .filter { $1.source == .office || $1.source == .region }
            .map { ($0, CriterionCells($1)) }
        declared = Array(repeating: nil, count: scheme.criteria.count)
        confirmed = declared
    }

    var columns: [ColumnSpec] {
        [officeCodeColumn]
            + placed.map { $0.cells.column(isRequired: $0.cells.criterion.source == .office) }
            + placed.map(\.cells.confirmedColumn)
    }

    let landingColumns = ["office_code", "declared_value", "confirmed_value"]

    mutating func read(_ row: CheckedRow) {
        code = row.code(0)
        for (index, entry) in placed.enumerated() {
            declared[entry.place] = entry.cells.value(row, column: 1 + index)
            confirmed[entry.place] = entry.cells.value(row, column: 1 + placed.count + index)
        }
    }

    func write(to writer: inout BinaryCopyWriter) {
        writer.cell(code)
        writer.int8Array(declared)
        writer.int8Array(confirmed)
    }
}
