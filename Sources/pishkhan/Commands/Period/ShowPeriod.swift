import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct ShowPeriod: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows the acts and the next steps of a half-year; without one, the next step of each.",
        discussion: "آنچه بر دوره گذشته و آنچه در پیش است.")

    @Argument(help: "Half-year, such as 1400-H1; default all. دوره.")
    var period: HalfYear?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let answer = try await database.withRanking(environment) { ranking in
            if let period { return TimelineAnswer.make(try await ranking.timeline(of: period)) }
            return TimelineAnswer.overview(try await ranking.schedule())
        }
        output.write(answer, environment)
    }
}
