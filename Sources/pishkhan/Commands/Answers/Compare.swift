import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct Compare: Subcommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists the offices that moved between two ranked half-years, and the lines that moved them.",
        discussion: "جابه‌جایی دفاتر میان دو دوره و شاخص‌هایی که سبب آن شدند.")

    @Argument(help: "One half-year, such as 1399-H2. دورهٔ نخست.")
    var first: HalfYear

    @Argument(help: "Another half-year. دورهٔ دیگر.")
    var second: HalfYear

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let comparison = try await database.withRanking(environment) { try await $0.compare(first, second) }
        output.write(ComparisonAnswer.make(comparison), environment)
    }
}
