import Postgres
import RankingRules

/// Rows of the association's file.
struct AssociationScoreFormat: RowFormat {
    private let placed: [(place: Int, cells: CriterionCells)]
    private var code: Cell?
    private var values: [Int64?]

    init(_ scheme: Scheme) {
        placed = scheme.criteria.enumerated().filter { $1.source == .association }.map { ($0, CriterionCells($1)) }
        values = Array(repeating: nil, count: scheme.criteria.count)
    }

    /// Where the scheme asks the association for one number only, the file may simply call it a score.
    var columns: [ColumnSpec] {
        let aliases = placed.count == 1 ? ["score", "امتیاز", "امتیاز انجمن"] : []
        return [officeCodeColumn] + placed.map { $0.cells.column(isRequired: true, aliases: aliases) }
    }

    let landingColumns = ["office_code", "value"]

    mutating func read(_ row: CheckedRow) {
        code = row.code(0)
        for (index, entry) in placed.enumerated() {
            values[entry.place] = entry.cells.value(row, column: 1 + index)
        }
    }

    func write(to writer: inout BinaryCopyWriter) {
        writer.cell(code)
        writer.int8Array(values)
    }
}
