import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct Explain: Subcommand {
    static let configuration = CommandConfiguration(
        abstract: "Explains the rank of one office, line by line, and what it lacks for the next rank.",
        discussion: "رتبهٔ یک دفتر را سطر به سطر توضیح می‌دهد و فاصله‌اش تا رتبهٔ بهتر را می‌گوید.")

    @Argument(help: "Code of the office. کد دفتر.")
    var office: String

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let explained = try await database.withRanking(environment) { try await $0.explain(office, in: period) }
        output.write(ExplainAnswer(explained).make(), environment)
    }
}
