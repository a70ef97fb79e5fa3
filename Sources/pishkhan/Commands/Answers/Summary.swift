import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct Summary: Subcommand {
    static let configuration = CommandConfiguration(
        abstract: "Counts a ranked half-year by province: active, took part, ranks by origin.",
        discussion: "آمار یک دورهٔ رتبه‌بندی‌شده به تفکیک استان.")

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let summary = try await database.withRanking(environment) { try await $0.summary(of: period) }
        output.write(SummaryAnswer.make(summary), environment)
    }
}
