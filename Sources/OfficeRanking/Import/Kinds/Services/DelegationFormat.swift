import Postgres
import RankingRules

/// Rows of the delegations file: a memorandum that hands a service to the counter offices, and the day on which the
/// regulator confirmed that it operates.
struct DelegationFormat: RowFormat {
    private let today: Day
    private var service: Cell?
    private var mouNumber: Cell?
    private var mouOn: Day?
    private var validFrom: Day?
    private var withdrawnOn: Day?
    private var evidence: Cell?
    private var area: String?
    private var places: Cell?
    private var confirmedOn: Day?

    init(today: Day) {
        self.today = today
    }

    let columns = [
        serviceCodeColumn,
        ColumnSpec(name: "mou_number", titles: ["شماره تفاهم‌نامه"], isRequired: true),
        ColumnSpec(name: "mou_on", titles: ["تاریخ تفاهم‌نامه"], isRequired: true),
        ColumnSpec(name: "valid_from", titles: ["تاریخ اجرا", "معتبر از"], isRequired: true),
        ColumnSpec(name: "withdrawn_on", titles: ["تاریخ لغو واگذاری", "تاریخ لغو"], isRequired: false),
        ColumnSpec(name: "evidence", titles: ["مستندات"], isRequired: false),
        ColumnSpec(name: "area", titles: ["محدوده"], isRequired: false),
        ColumnSpec(name: "places", titles: ["استان‌ها یا محل‌ها", "محل‌ها"], isRequired: false),
        ColumnSpec(
            name: "confirmed_on", titles: ["تاریخ تأیید رگولاتوری", "تاریخ تایید رگولاتوری"], isRequired: false),
    ]

    let landingColumns = [
        "service_code", "mou_number", "mou_on", "valid_from", "withdrawn_on", "evidence", "area", "places",
        "confirmed_on",
    ]

    mutating func read(_ row: CheckedRow) {
        service = row.serviceCode(0)
        mouNumber = row.text(1, maximum: 60)
        mouOn = row.pastDay(2, today: today)
        validFrom = row.day(3)
        withdrawnOn = row.day(4)
        evidence = row.text(5)
        area = row.choice(6, of: areas)
        places = row.text(7, maximum: 4_000)
        confirmedOn = row.pastDay(8, today: today)
        if let validFrom, let withdrawnOn, withdrawnOn < validFrom { row.refuse(4, Fault(.daysReversed)) }
    }

    func write(to writer: inout BinaryCopyWriter) {
        writer.cell(service)
        writer.cell(mouNumber)
        for day in [mouOn, validFrom, withdrawnOn] { writer.day(day) }
        writer.cell(evidence)
        writer.optional(area) { $0.text($1) }
        writer.cell(places)
        writer.day(confirmedOn)
    }
}

private let areas = ChoiceList<String>([
    ("country", "country", "کشور", "Country"), ("provinces", "provinces", "استان‌ها", "Provinces"),
    ("localities", "localities", "شهرها و روستاها", "Localities"),
]).accepting("کشوری", "سراسر کشور", as: "country").accepting("استان", "استانی", as: "provinces")
