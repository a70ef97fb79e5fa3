import HTTPTypes
import Hummingbird
import OfficeRanking
import RankingRules

/// The options of an import in the query.
struct ImportTerms {
    let period: HalfYear?
    /// The source of files of scores.
    let source: String?
    let effectiveOn: Day?
    let isCheckOnly: Bool
    let acceptsValid: Bool
    let isComplete: Bool

    init(_ query: inout QueryReader, today: Day) {
        period = query.value("period", expecting: "دوره‌ای مانند 1400-H1", "a half-year such as 1400-H1") {
            HalfYear($0)
        }
        source = query.text("source")
        effectiveOn = query.value(
            "effective_on", expecting: "روزی شمسی که رسیده است، مانند 1400-06-31",
            "a Jalali day that has come, such as 1400-06-31"
        ) { JalaliDate($0).map(\.dayNumber).flatMap { $0 <= today ? $0 : nil } }
        isCheckOnly = query.flag("check_only")
        acceptsValid = query.flag("accept_valid")
        isComplete = query.flag("complete")
    }

    func options(today: Day) -> ImportOptions {
        ImportOptions(
            period: period, source: source, today: today, effectiveOn: effectiveOn, acceptsValid: acceptsValid,
            isCheckOnly: isCheckOnly, isComplete: isComplete)
    }

    /// Refuses a body whose headers name another type or too large a size.
    static func checkForm(_ request: Request, _ mediaTypes: [String], atMost limit: Int) throws {
        guard let type = request.mediaType, mediaTypes.contains(type) else {
            throw Problem.unsupportedMediaType(mediaTypes)
        }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw HTTPError(.contentTooLarge)
        }
    }
}
