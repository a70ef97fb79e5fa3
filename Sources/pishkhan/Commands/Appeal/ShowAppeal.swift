import Answers
import ArgumentParser
import OfficeRanking
import RankingRules

struct ShowAppeal: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows one appeal.",
        discussion: "یک اعتراض را نشان می‌دهد.")

    @Argument(help: "Number of the appeal. شمارهٔ اعتراض.", transform: wholeNumber)
    var number: Int

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let appeal = try await database.withRanking(environment) { try await $0.appeal(number) }
        output.write(AppealAnswer.one(appeal), environment)
    }
}
