import Answers
import ArgumentParser
import OfficeRanking
import RankingRules

struct DecideAppeal: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "Decides an appeal, as a person who took no part in the facts of the office.",
        discussion:
            "به یک اعتراض رأی می‌دهد؛ رأی‌دهنده در داده‌های آن دفتر دستی نداشته است. پس از پذیرش، دوباره رتبه‌بندی کنید.")

    @Argument(help: "Number of the appeal. شمارهٔ اعتراض.", transform: wholeNumber)
    var number: Int

    @Flag(help: "Upholds it. پذیرش.")
    var upheld = false

    @Flag(help: "Dismisses it. رد.")
    var dismissed = false

    @Option(help: "Another value than the claimed one, as in a file. مقداری جز مقدار ادعاشده.")
    var value: String?

    @Option(help: "Reason, for the record. دلیل.")
    var reason: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard upheld != dismissed else { throw ValidationError("Give one of --upheld and --dismissed.") }
        guard value == nil || upheld else { throw ValidationError("Only an upheld appeal has a --value.") }
    }

    func run(in environment: CommandEnvironment) async throws {
        let decided = try await database.withRanking(environment) { ranking in
            try await ranking.decideAppeal(number, upheld ? .upheld : .dismissed, value: value, reason: reason)
            return try await ranking.appeal(number)
        }
        output.write(AppealAnswer.one(decided), environment)
    }
}
