import Postgres
import RankingRules

/// Rows of the violation committees' file: one decision about one office and one kind of violation.
struct ViolationFormat: RowFormat {
    private let today: Day
    private let kinds: ChoiceList<String>
    private var code: Cell?
    private var number: Cell?
    private var kind: String?
    private var decidedOn: Day?
    private var isFinal: Bool?

    init(_ scheme: Scheme, today: Day) {
        self.today = today
        kinds = ChoiceList(scheme.penalties.rules.map { ($0.kind, $0.kind, $0.title.persian, $0.title.english) })
    }

    let columns = [
        officeCodeColumn,
        ColumnSpec(name: "decision_number", titles: ["شماره رأی", "شماره رای", "شماره تصمیم"], isRequired: true),
        ColumnSpec(name: "kind", titles: ["نوع تخلف", "violation_kind"], isRequired: true),
        ColumnSpec(name: "decided_on", titles: ["تاریخ رأی", "تاریخ رای", "تاریخ تصمیم"], isRequired: true),
        ColumnSpec(name: "is_final", titles: ["قطعی", "قطعی است"], isRequired: false),
    ]

    let landingColumns = ["office_code", "decision_number", "kind", "decided_on", "is_final"]

    /// Where the file does not say whether a decision is final, what is known of it stays; a new one is final.
    mutating func read(_ row: CheckedRow) {
        code = row.code(0)
        number = row.text(1, maximum: 60)
        kind = row.choice(2, of: kinds)
        decidedOn = row.day(3)
        isFinal = row.flag(4)
        if let day = decidedOn, day > today { row.refuse(3, Fault(.dayInFuture)) }
    }

    func write(to writer: inout BinaryCopyWriter) {
        writer.cell(code)
        writer.cell(number)
        writer.optional(kind) { $0.text($1) }
        writer.optional(decidedOn) { $0.date(PostgresDate(days: $1.rawValue)) }
        writer.optional(isFinal) { $0.bool($1) }
    }
}
