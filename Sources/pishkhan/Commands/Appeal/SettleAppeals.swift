import Answers
import ArgumentParser
import OfficeRanking
import RankingRules

struct SettleAppeals: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "settle",
        abstract: "Decides overdue appeals by silence, as the scheme says. Ranking and publishing do the same.",
        discussion: "به اعتراض‌هایی که مهلت رأیشان گذشته است همان رأی را می‌دهد که شیوه‌نامه می‌گوید.")

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let settled = try await database.withRanking(environment) { try await $0.settleAppeals(of: period) }
        output.write(AppealAnswer.settled(settled, in: period), environment)
    }
}
