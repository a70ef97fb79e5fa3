import Postgres
import RankingRules

/// Rows of the services file: the record of a service or sub-service with its four stages.
struct ServiceFormat: RowFormat {
    private let today: Day
    private var texts: [Cell?] = []
    private var recipients: [Bool?] = []
    private var isSovereign: Bool?
    private var isDelegable: Bool?
    private var delegableReason: Cell?
    /// Access channels and the counter-office field of each stage.
    private var stages: [(channels: Cell?, counter: Bool?)] = []
    /// In the order of `recordColumns`.
    private var record: [Cell?] = []
    private var effectiveOn: Day?

    init(today: Day) {
        self.today = today
    }

    var columns: [ColumnSpec] {
        [
            ColumnSpec(name: "code", titles: ["کد خدمت", "شناسه خدمت", "service_code"], isRequired: true),
            ColumnSpec(name: "title", titles: ["عنوان خدمت", "عنوان"], isRequired: true),
            agencyCodeColumn,
            ColumnSpec(name: "parent_code", titles: ["کد خدمت مادر", "خدمت مادر"], isRequired: false),
            ColumnSpec(name: "for_citizens", titles: ["G2C", "گیرنده شهروند"], isRequired: false),
            ColumnSpec(name: "for_businesses", titles: ["G2B", "گیرنده کسب‌وکار"], isRequired: false),
            ColumnSpec(name: "for_government", titles: ["G2G", "گیرنده دولت"], isRequired: false),
            ColumnSpec(name: "is_sovereign", titles: ["حاکمیتی", "حاکمیتی است"], isRequired: true),
            ColumnSpec(name: "is_delegable", titles: ["قابل واگذاری"], isRequired: true),
            ColumnSpec(name: "delegable_reason", titles: ["دلیل واگذاری", "دلیل عدم واگذاری"], isRequired: false),
        ] + Self.stageTitles.flatMap(Self.columns) + Self.recordColumns + [effectiveOnColumn]
    }

    var landingColumns: [String] { columns.map(\.name) }

    mutating func read(_ row: CheckedRow) {
        texts = [row.serviceCode(0), row.text(1), row.code(2), row.serviceCode(3)]
        recipients = [row.flag(4), row.flag(5), row.flag(6)]
        isSovereign = row.flag(7)
        isDelegable = row.flag(8)
        delegableReason = row.text(9)
        stages = (0..<4).map { (row.text(10 + 2 * $0), row.flag(11 + 2 * $0)) }
        record =
            [row.text(18, maximum: 60), row.text(19, maximum: 60), row.text(20, maximum: 2_000)]
            + (21...24).map(row.link) + [row.text(25, maximum: 200), row.text(26, maximum: 60)]
        effectiveOn = row.pastDay(27, today: today)
    }

    func write(to writer: inout BinaryCopyWriter) {
        for text in texts { writer.cell(text) }
        for flag in recipients + [isSovereign, isDelegable] { writer.optional(flag) { $0.bool($1) } }
        writer.cell(delegableReason)
        for stage in stages {
            writer.cell(stage.channels)
            writer.optional(stage.counter) { $0.bool($1) }
        }
        for text in record { writer.cell(text) }
        writer.day(effectiveOn)
    }

    private static let recordColumns = [
        ColumnSpec(name: "level", titles: ["سطح خدمت", "سطح"], isRequired: false),
        ColumnSpec(name: "mode", titles: ["نحوه ارائه خدمت", "نحوه ارائه"], isRequired: false),
        ColumnSpec(name: "documents", titles: ["مدارک لازم", "مدارک مورد نیاز"], isRequired: false),
        ColumnSpec(name: "request_url", titles: ["لینک صفحه دریافت خدمت", "لینک دریافت خدمت"], isRequired: false),
        ColumnSpec(name: "guide_url", titles: ["لینک راهنما", "راهنمای استفاده"], isRequired: false),
        ColumnSpec(name: "faq_url", titles: ["لینک سوالات متداول", "سوالات متداول", "FAQ"], isRequired: false),
        ColumnSpec(name: "sla_url", titles: ["لینک توافق سطح خدمت", "توافق سطح خدمت", "SLA"], isRequired: false),
        ColumnSpec(name: "unit", titles: ["واحد پاسخگو", "نام واحد پاسخگو"], isRequired: false),
        ColumnSpec(name: "phone", titles: ["شماره تماس", "تلفن واحد پاسخگو"], isRequired: false),
    ]

    private static let stageTitles: [(stage: ServiceStage, persian: String)] = [
        (.information, "اطلاع‌رسانی"), (.request, "درخواست"), (.production, "تولید"), (.delivery, "ارائه نتیجه"),
    ]

    private static func columns(of stage: ServiceStage, _ persian: String) -> [ColumnSpec] {
        [
            ColumnSpec(
                name: "\(stage.rawValue)_channels", titles: ["دسترسی \(persian)", "کانال \(persian)"], isRequired: false
            ),
            ColumnSpec(
                name: "\(stage.rawValue)_counter", titles: ["پیشخوان \(persian)", "پیشخوان در \(persian)"],
                isRequired: false),
        ]
    }
}

extension CheckedRow {
    /// A web address; other schemes would run as programs on a page that shows them.
    fileprivate func link(_ column: Int) -> Cell? {
        read(column) { cell throws(Fault) in
            guard let text = try cell.text(maximum: 500) else { return nil }
            let address = text.text
            guard address.wholeMatch(of: /https?:\/\/[^\s\/]\S*/) != nil else { throw Fault(.linkInvalid) }
            return text
        }
    }
}
