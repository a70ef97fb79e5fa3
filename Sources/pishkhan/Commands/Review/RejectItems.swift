import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct RejectItems: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "reject",
        abstract: "Rejects items of an office, or its whole declaration.",
        discussion: "موردهای یک دفتر، یا همهٔ اظهار آن را با دلیل رد می‌کند؛ دفتر در مهلت شیوه‌نامه پاسخ می‌دهد.")

    @Argument(help: "Code of the office. کد دفتر.")
    var office: String

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @Argument(help: "Codes of the criteria. کد شاخص‌ها.")
    var criteria: [String] = []

    @Flag(help: "Rejects everything that the source has said. همه.")
    var all = false

    @Option(help: "Reason, for the record. دلیل.")
    var reason: String

    @OptionGroup var review: ReviewOptions

    func validate() throws {
        guard all == criteria.isEmpty else { throw ValidationError("Name criteria, or give --all.") }
    }

    func run(in environment: CommandEnvironment) async throws {
        guard all else {
            let verdicts = criteria.map { ItemVerdict($0, .rejected, reason: reason) }
            return try await review.judge(office, period, verdicts, reason: reason, environment)
        }
        let stored = try await review.database.withRanking(environment) { ranking in
            try await ranking.rejectAll(
                of: office, in: period, source: review.source, reason: reason, basedOn: review.basedOn)
        }
        review.output.write(ReviewAnswer.stored(stored, in: period), environment)
    }
}
