import Postgres
import RankingRules

/// Rows of the targets file: what an agency's memorandum sets for a sub-indicator and a year. An empty target takes a
/// known one back.
struct MoUTargetFormat: RowFormat {
    private var agency: Cell?
    private var subIndicator: Cell?
    private var year: Int64?
    private var firstYear: Int64?
    private var target: Int64?
    private var mouNumber: Cell?

    let columns = [
        agencyCodeColumn,
        ColumnSpec(name: "sub_indicator", titles: ["نماگر", "شاخص/نماگر"], isRequired: true),
        ColumnSpec(name: "year", titles: ["سال"], isRequired: true),
        ColumnSpec(name: "first_year", titles: ["از سال", "سال مبنا"], isRequired: false),
        ColumnSpec(name: "target", titles: ["هدف", "هدف تفاهم‌نامه"], isRequired: true, mayBeEmpty: true),
        ColumnSpec(name: "mou_number", titles: ["شماره تفاهم‌نامه"], isRequired: false),
    ]

    let landingColumns = ["agency_code", "sub_indicator", "year", "first_year", "target", "mou_number"]

    mutating func read(_ row: CheckedRow) {
        agency = row.code(0)
        subIndicator = row.read(1) { cell throws(Fault) in
            guard let text = try cell.text(maximum: 5) else { return nil }
            guard text.text.wholeMatch(of: /[1-9]\/[1-9][0-9]?/) != nil else { throw Fault(.subIndicatorUnknown) }
            return text
        }
        year = row.wholeNumber(2, in: 1380...1500)
        firstYear = row.wholeNumber(3, in: 1380...1500)
        target = row.wholeNumber(4, in: 0...100_000)
        mouNumber = row.text(5, maximum: 60)
        if let year, let firstYear, firstYear > year { row.refuse(3, Fault(.daysReversed)) }
    }

    func write(to writer: inout BinaryCopyWriter) {
        writer.cell(agency)
        writer.cell(subIndicator)
        for number in [year, firstYear, target] { writer.optional(number) { $0.int4(Int32($1)) } }
        writer.cell(mouNumber)
    }
}
