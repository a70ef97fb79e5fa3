import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct ShowObstacles: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "obstacles",
        abstract: "Shows the obstacles to a step of a half-year.",
        discussion: "آنچه مانع یک گام دوره است؛ بی --step گام بعدی.")

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @Option(help: "open, close, rank, show or publish; the next one unless given. گام.")
    var step: GuardedStep?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let obstacles = try await database.withRanking(environment) { ranking in
            try await ranking.obstacles(of: period, step: step)
        }
        output.write(ObstacleAnswer.make(obstacles, in: period), environment)
    }
}

struct OverruleObstacle: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "overrule",
        abstract: "Overrules a present obstacle. It holds once another person confirms it.",
        discussion: "مانعی را با دلیل نادیده می‌گیرد؛ پس از تأیید نفر دوم اثر دارد.")

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @Argument(help: "open, close, rank, show or publish. گام.")
    var step: GuardedStep

    @Argument(help: "Code of the obstacle, such as province_silent. کد مانع.")
    var code: String

    @Option(help: "Detail of the obstacle, as `period obstacles` shows it. جزئیات مانع.")
    var detail: String = ""

    @Option(help: "Reason, for the record. دلیل.")
    var reason: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let obstacles = try await database.withRanking(environment) { ranking in
            try await ranking.overrule(code, detail: detail, of: step, in: period, reason: reason)
            return try await ranking.obstacles(of: period, step: step)
        }
        output.write(ObstacleAnswer.make(obstacles, in: period), environment)
    }
}

struct ConfirmOverrule: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm-overrule",
        abstract: "Confirms an overrule of another person.",
        discussion: "نادیده‌گرفتن مانع را که دیگری گفته است تأیید می‌کند.")

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @Argument(help: "Number of the overrule. شماره.")
    var number: Int

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let obstacles = try await database.withRanking(environment) { ranking in
            try await ranking.confirmOverrule(number, in: period)
            return try await ranking.obstacles(of: period)
        }
        output.write(ObstacleAnswer.make(obstacles, in: period), environment)
    }
}
