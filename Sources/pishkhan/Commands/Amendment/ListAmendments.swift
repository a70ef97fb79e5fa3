import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct ListAmendments: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the amendments of a half-year.",
        discussion: "اصلاح‌های یک دوره را نشان می‌دهد.")

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let amendments = try await database.withRanking(environment) { try await $0.amendments(of: period) }
        output.write(AmendmentAnswer.make(amendments), environment)
    }
}
