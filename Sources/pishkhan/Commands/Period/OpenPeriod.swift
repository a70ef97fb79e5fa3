import Answers
import ArgumentParser
import OfficeRanking
import RankingRules

struct OpenPeriod: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Opens a planned half-year with an adopted scheme, which it keeps.",
        discussion: "دوره را با یک شیوه‌نامهٔ پذیرفته‌شده می‌گشاید.")

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @Option(help: "Scheme: CODE for its newest version, or CODE@VERSION. شیوه‌نامه.")
    var scheme: SchemeName

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let opened = try await database.withRanking(environment) { ranking in
            let scheme = try await ranking.schemeVersion(scheme.code, version: scheme.version)
            try await ranking.openPeriod(period, scheme: scheme.code, version: scheme.version)
            return try await ranking.period(period)
        }
        output.write(PeriodAnswer.one(opened), environment)
    }
}
