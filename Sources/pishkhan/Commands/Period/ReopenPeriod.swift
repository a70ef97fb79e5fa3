import Answers
import ArgumentParser
import OfficeRanking
import RankingRules

struct ReopenPeriod: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen",
        abstract: "Opens a closed or ranked half-year again; the old run stays on record.",
        discussion: "دورهٔ بسته یا رتبه‌بندی‌شده را با ذکر دلیل بازمی‌گشاید.")

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @Option(help: "Reason, for the record. دلیل.")
    var reason: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let reopened = try await database.withRanking(environment) { ranking in
            try await ranking.reopenPeriod(period, reason: reason)
            return try await ranking.period(period)
        }
        output.write(PeriodAnswer.one(reopened), environment)
    }
}
