import Answers
import ArgumentParser
import OfficeRanking
import RankingRules

struct ClosePeriod: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Closes a half-year and freezes its census; waits for running imports.",
        discussion: "دوره را می‌بندد و فهرست دفاتر آن را ثابت می‌کند.")

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let closed = try await database.withRanking(environment) { ranking in
            try await ranking.closePeriod(period)
            return try await ranking.period(period)
        }
        output.write(PeriodAnswer.one(closed), environment)
    }
}
