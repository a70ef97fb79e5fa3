import Answers
import ArgumentParser
import OfficeRanking
import RankingRules

struct PlanPeriod: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Plans a half-year.",
        discussion: "یک دوره را برنامه‌ریزی می‌کند.")

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @Option(help: "Jalali day of the census; default the half-year's last day. روز سرشماری.")
    var censusDate: Day?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let planned = try await database.withRanking(environment) { ranking in
            try await ranking.planPeriod(period, censusOn: censusDate)
            return try await ranking.period(period)
        }
        output.write(PeriodAnswer.one(planned), environment)
    }
}
