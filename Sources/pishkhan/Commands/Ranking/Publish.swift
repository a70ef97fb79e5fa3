import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct Publish: Subcommand {
    static let configuration = CommandConfiguration(
        abstract: "Publishes the ranking of a period. It never changes afterwards.",
        discussion: """
            رتبه‌بندی دوره را منتشر می‌کند؛ پس از آن تغییر نمی‌کند.
            A publication is corrected by a further number: rank the period again, look at the list of --dry-run, then
            publish with --correction and the digest of that list. Earlier numbers stay readable and do not change.
            """)

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @Option(help: "Reason of a correction: publishes the next number of a published period. دلیل اصلاح.")
    var correction: String?

    @Option(help: "Digest of the list of changed offices that --dry-run showed. اثر انگشت فهرست.")
    var changes: String?

    @Flag(help: "Show which offices a correction would change; publish nothing. فقط نمایش.")
    var dryRun = false

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard dryRun || (correction == nil) == (changes == nil) else {
            throw ValidationError("--correction and --changes go together; --dry-run shows the digest.")
        }
    }

    func run(in environment: CommandEnvironment) async throws {
        let answer = try await database.withRanking(environment) { ranking in
            if dryRun { return CorrectionAnswer.make(try await ranking.correction(of: period)) }
            if let correction, let changes {
                try await ranking.publishCorrection(period, reason: correction, changes: changes)
            } else {
                try await ranking.publishPeriod(period)
            }
            return PeriodAnswer.one(try await ranking.period(period))
        }
        output.write(answer, environment)
    }
}
