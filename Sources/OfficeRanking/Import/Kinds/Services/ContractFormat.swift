import Postgres
import RankingRules

/// Rows of the contracts file: which office offers which service since when. They come in as found.
struct ContractFormat: RowFormat {
    private let today: Day
    private var office: Cell?
    private var service: Cell?
    private var registeredOn: Day?
    private var endedOn: Day?

    init(today: Day) {
        self.today = today
    }

    let columns = [
        officeCodeColumn, serviceCodeColumn,
        ColumnSpec(name: "registered_on", titles: ["تاریخ قرارداد", "از تاریخ"], isRequired: true),
        ColumnSpec(name: "ended_on", titles: ["تاریخ پایان قرارداد", "تاریخ پایان"], isRequired: false),
    ]

    let landingColumns = ["office_code", "service_code", "registered_on", "ended_on"]

    mutating func read(_ row: CheckedRow) {
        office = row.code(0)
        service = row.serviceCode(1)
        registeredOn = row.pastDay(2, today: today)
        endedOn = row.day(3)
        if let registeredOn, let endedOn, endedOn < registeredOn { row.refuse(3, Fault(.daysReversed)) }
    }

    func write(to writer: inout BinaryCopyWriter) {
        writer.cell(office)
        writer.cell(service)
        writer.day(registeredOn)
        writer.day(endedOn)
    }
}
