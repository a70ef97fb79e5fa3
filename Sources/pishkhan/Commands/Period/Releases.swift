import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct ListReleases: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "releases",
        abstract: "Lists the offices that are released from taking part in a half-year.",
        discussion: "استان‌ها و دفترهایی که از شرکت در دوره معاف شده‌اند.")

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let releases = try await database.withRanking(environment) { try await $0.releases(of: period) }
        output.write(ReleaseAnswer.make(releases, in: period), environment)
    }
}

struct ReleaseOffices: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Releases a province or an office from taking part, as after a disaster.",
        discussion: "استان یا دفتری را، مانند پس از حادثه، از شرکت در دوره معاف می‌کند.")

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @OptionGroup var place: ActingPlaceOptions

    @Option(help: "Reason, for the record. دلیل.")
    var reason: String

    @Option(help: "The law or decision that allows it. مبنای قانونی.")
    var legalBasis: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if place.chosen == .country { throw ValidationError("Give --province or --office.") }
    }

    func run(in environment: CommandEnvironment) async throws {
        let releases = try await database.withRanking(environment) { ranking in
            try await ranking.release(place.chosen, in: period, reason: reason, legalBasis: legalBasis)
            return try await ranking.releases(of: period)
        }
        output.write(ReleaseAnswer.make(releases, in: period), environment)
    }
}

struct EndRelease: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "end-release",
        abstract: "Ends a release before the half-year closes.",
        discussion: "معافیت را پیش از بستن دوره پایان می‌دهد.")

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @Argument(help: "Number of the release. شماره.")
    var number: Int

    @Option(help: "Reason, for the record. دلیل.")
    var reason: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let releases = try await database.withRanking(environment) { ranking in
            try await ranking.endRelease(number, in: period, reason: reason)
            return try await ranking.releases(of: period)
        }
        output.write(ReleaseAnswer.make(releases, in: period), environment)
    }
}
