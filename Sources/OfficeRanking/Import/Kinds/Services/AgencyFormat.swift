import Postgres
import RankingRules

/// Rows of the agencies file.
struct AgencyFormat: RowFormat {
    private let today: Day
    private var code: Cell?
    private var title: Cell?
    private var effectiveOn: Day?

    init(today: Day) {
        self.today = today
    }

    let columns = [
        ColumnSpec(name: "code", titles: ["کد دستگاه", "شناسه دستگاه", "agency_code"], isRequired: true),
        ColumnSpec(name: "title", titles: ["نام دستگاه", "عنوان دستگاه", "عنوان"], isRequired: true),
        effectiveOnColumn,
    ]

    let landingColumns = ["code", "title", "effective_on"]

    mutating func read(_ row: CheckedRow) {
        code = row.code(0)
        title = row.text(1)
        effectiveOn = row.pastDay(2, today: today)
    }

    func write(to writer: inout BinaryCopyWriter) {
        writer.cell(code)
        writer.cell(title)
        writer.day(effectiveOn)
    }
}

let agencyCodeColumn = ColumnSpec(
    name: "agency_code", titles: ["کد دستگاه", "دستگاه", "شناسه دستگاه"], isRequired: true)

let serviceCodeColumn = ColumnSpec(
    name: "service_code", titles: ["کد خدمت", "شناسه خدمت", "خدمت"], isRequired: true)

let effectiveOnColumn = ColumnSpec(name: "effective_on", titles: ["تاریخ اثر"], isRequired: false)

extension CheckedRow {
    /// 4 to 12 digits: the length of a service's code is not published.
    func serviceCode(_ column: Int) -> Cell? {
        read(column) { cell throws(Fault) in
            guard let code = try cell.code() else { return nil }
            guard (4...12).contains(code.bytes.count), code.bytes.allSatisfy({ (0x30...0x39).contains($0) }) else {
                throw Fault(.serviceCodeInvalid)
            }
            return code
        }
    }

    /// A day that has come.
    func pastDay(_ column: Int, today: Day) -> Day? {
        let value = day(column)
        if let value, value > today { refuse(column, Fault(.dayInFuture)) }
        return value
    }
}

extension BinaryCopyWriter {
    mutating func day(_ day: Day?) {
        optional(day) { $0.date(PostgresDate(days: $1.rawValue)) }
    }
}
