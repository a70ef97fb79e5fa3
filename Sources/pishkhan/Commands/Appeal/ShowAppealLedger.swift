import Answers
import ArgumentParser
import OfficeRanking
import RankingRules

struct ShowAppealLedger: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract:
            "Counts the appeals of a half-year by province: filed, upheld, dismissed, ranks changed, median days.",
        discussion: "شمار اعتراض‌های یک دوره در هر استان: ثبت‌شده، پذیرفته، رد، رتبهٔ عوض‌شده و میانهٔ روزها تا رأی.")

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let ledger = try await database.withRanking(environment) { try await $0.appealLedger(of: period) }
        output.write(AppealLedgerAnswer.make(ledger), environment)
    }
}
