import Postgres
import RankingRules

/// Rows of the survey's file: the mean, in thousandths of the survey's scale, and how many answered.
struct SatisfactionScoreFormat: RowFormat {
    private let admissible: ClosedRange<Int64>?
    private var code: Cell?
    private var mean: Int64?
    private var respondents: Int64?
    private var mode: Cell?

    init(_ scheme: Scheme) {
        let ranges = scheme.criteria.compactMap { criterion -> ClosedRange<Int64>? in
            guard criterion.source == .survey, case .decimal(let places, let range) = criterion.valueType
            else { return nil }
            let scale = (places..<3).reduce(Int64(1)) { scale, _ in scale * 10 }
            return range.lowerBound * scale...range.upperBound * scale
        }
        admissible = ranges.reduce(nil) { union, range in
            union.map { min($0.lowerBound, range.lowerBound)...max($0.upperBound, range.upperBound) } ?? range
        }
    }

    let columns = [
        officeCodeColumn,
        ColumnSpec(
            name: "mean", titles: ["میانگین رضایت", "میانگین رضایتمندی", "رضایتمندی", "امتیاز رضایت", "satisfaction"],
            isRequired: true),
        ColumnSpec(
            name: "respondents", titles: ["تعداد پاسخ‌دهندگان", "تعداد پاسخ دهندگان", "تعداد شرکت‌کنندگان"],
            isRequired: true),
        ColumnSpec(name: "survey_mode", titles: ["شیوه نظرسنجی"], isRequired: false),
    ]

    let landingColumns = ["office_code", "mean", "respondents", "survey_mode"]

    mutating func read(_ row: CheckedRow) {
        code = row.code(0)
        mean = row.decimal(1, places: 3, in: admissible)
        respondents = row.wholeNumber(2, in: 0...1_000_000_000)
        mode = row.text(3, maximum: 60)
    }

    func write(to writer: inout BinaryCopyWriter) {
        writer.cell(code)
        writer.optional(mean) { $0.int8($1) }
        writer.optional(respondents) { $0.int4(Int32($1)) }
        writer.cell(mode)
    }
}
