import Answers
import ArgumentParser
import OfficeRanking
import RankingRules

struct WithdrawAppeal: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Withdraws an appeal that nobody has decided.",
        discussion: "اعتراضی را که هنوز رأی ندارد پس می‌گیرد.")

    @Argument(help: "Number of the appeal. شمارهٔ اعتراض.", transform: wholeNumber)
    var number: Int

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let withdrawn = try await database.withRanking(environment) { ranking in
            try await ranking.withdrawAppeal(number)
            return try await ranking.appeal(number)
        }
        output.write(AppealAnswer.one(withdrawn), environment)
    }
}
