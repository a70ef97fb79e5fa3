import Answers
import ArgumentParser
import OfficeRanking
import RankingRules

struct PreviewPeriod: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: "Shows each office its own result, before everybody sees it; the days of appeals begin.",
        discussion: "پیش از انتشار، نتیجهٔ هر دفتر را به همان دفتر نشان می‌دهد؛ مهلت اعتراض آغاز می‌شود.")

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let shown = try await database.withRanking(environment) { ranking in
            try await ranking.previewPeriod(period)
            return try await ranking.period(period)
        }
        output.write(PeriodAnswer.one(shown), environment)
    }
}
