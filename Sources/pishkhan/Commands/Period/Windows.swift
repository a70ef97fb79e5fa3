import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct ListWindows: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "windows",
        abstract: "Lists the days on which sources and reviewers may act in a half-year.",
        discussion: "مهلت‌های اظهار، امتیازدهی و بازبینی در یک دوره.")

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let windows = try await database.withRanking(environment) { try await $0.windows(of: period) }
        output.write(WindowAnswer.make(windows, in: period), environment)
    }
}

struct SetWindow: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "window",
        abstract:
            "Sets the days on which a source or reviewers may act, or extends them for a province or an office.",
        discussion: """
            مهلت یک کار را می‌گذارد یا با دلیل تمدید می‌کند؛ روز پایانی تا آخر آن روز باز است.
            Days are Jalali and inclusive, in Tehran. A window never removes days of another one. A last day after \
            the period's closing day moves that day, and the later steps by as many days.
            """)

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @Argument(help: "Code of a source of the scheme, such as office; or review. کار.")
    var activity: String

    @Option(help: "First day; default today. از روز.")
    var opens: Day?

    @Option(help: "Last day. تا پایان روز.")
    var closes: Day

    @OptionGroup var place: ActingPlaceOptions

    @Flag(help: "Allow a last day that is over; needs --reason. روزهای گذشته.")
    var evenPast = false

    @Option(help: "Reason, for the record; needed except for a first window within the days of the half-year. دلیل.")
    var reason: String?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let change = WindowChange(activity, for: place.chosen, opensOn: opens, closesOn: closes, allowPast: evenPast)
        let windows = try await database.withRanking(environment) { ranking in
            try await ranking.setWindow(period, change, reason: reason)
            return try await ranking.windows(of: period)
        }
        output.write(WindowAnswer.make(windows, in: period), environment)
    }
}

struct ActingPlaceOptions: ParsableArguments {
    @Option(help: "Code of the province. کد استان.")
    var province: String?

    @Option(help: "Code of the office. کد دفتر.")
    var office: String?

    func validate() throws {
        if province != nil, office != nil { throw ValidationError("Give --province or --office, not both.") }
    }

    var chosen: ActingPlace {
        office.map(ActingPlace.office) ?? province.map { .province(Digits.latin($0)) } ?? .country
    }
}
