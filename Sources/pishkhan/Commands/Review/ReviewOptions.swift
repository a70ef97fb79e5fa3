import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

/// What the commands of verdicts share.
struct ReviewOptions: ParsableArguments {
    @Option(help: "Code of the source; default the declaration. کد منبع.")
    var source: String?

    @Option(help: "Number of the submission that you have seen; a later one refuses the review. شمارهٔ اظهار دیده‌شده.")
    var basedOn: Int?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    /// Stores the same verdict on several items, in one act.
    func judge(
        _ office: String, _ period: HalfYear, _ verdicts: [ItemVerdict], reason: String? = nil,
        _ environment: CommandEnvironment
    ) async throws {
        let stored = try await database.withRanking(environment) { ranking in
            try await ranking.review(
                office, in: period, source: source, verdicts, reason: reason, basedOn: basedOn)
        }
        output.write(ReviewAnswer.stored(stored, in: period), environment)
    }
}
