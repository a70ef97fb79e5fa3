import ArgumentParser
import RankingRules

struct ShowPeriod: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows what happened to a half-year and what comes next.",
        discussion: "آنچه بر دوره گذشته و آنچه در پیش است.")

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in surroundings: Surroundings) async throws {
        output.write(try await database.withRanking(surroundings) { try await $0.timeline(of: period) }, surroundings)
    }
}
