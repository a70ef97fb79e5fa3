import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct DatePeriod: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "dates",
        abstract: "Sets the days on which the clock opens, closes, ranks and publishes a half-year.",
        discussion: """
            روزهای گشایش، بستن، رتبه‌بندی و انتشار؛ روز بستن تا پایان آن روز باز است. «none» روز را برمی‌دارد.
            Days are Jalali; the period stays open to the end of its closing day. "none" removes a day. A change of \
            days set before needs --reason. A day that has begun is refused without --even-past.
            """)

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @Option(help: "Day of opening. روز گشایش.")
    var opens: DayOrNone?

    @Option(help: "Last day on which it is open. روز بستن.")
    var closes: DayOrNone?

    @Option(help: "Day of ranking. روز رتبه‌بندی.")
    var ranks: DayOrNone?

    @Option(help: "Day of publication. روز انتشار.")
    var publishes: DayOrNone?

    @Option(help: "Scheme to open it with: CODE for its newest version, or CODE@VERSION. شیوه‌نامه.")
    var scheme: SchemeName?

    @Option(help: "Days before the closing day on which reminders are sent, such as 7,1. یادآوری.")
    var remind: DaysBefore?

    @Flag(help: "Allow days that have begun, on which the clock acts at once; needs --reason. روزهای گذشته.")
    var evenPast = false

    @Option(help: "Reason, for the record. دلیل.")
    var reason: String?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let answer = try await database.withRanking(environment) { ranking in
            var change = ScheduleChange(days: days, remindBeforeDays: remind?.days, allowPast: evenPast)
            if let scheme {
                change.scheme = try await ranking.schemeVersion(scheme.code, version: scheme.version)
            }
            try await ranking.schedulePeriod(period, change, reason: reason)
            return TimelineAnswer.make(try await ranking.timeline(of: period))
        }
        output.write(answer, environment)
    }

    private var days: [PeriodStep: Day?] {
        let given: [(PeriodStep, DayOrNone?)] = [
            (.opens, opens), (.closes, closes), (.ranks, ranks), (.publishes, publishes),
        ]
        return given.reduce(into: [:]) { days, option in
            if let day = option.1 { days.updateValue(day.day, forKey: option.0) }
        }
    }
}

/// A Jalali day, or `none`.
struct DayOrNone: ExpressibleByArgument {
    let day: Day?

    init?(argument: String) {
        day = Day(argument: argument)
        if day == nil && argument != "none" { return nil }
    }
}

/// `7,1`, or `none`.
struct DaysBefore: ExpressibleByArgument {
    let days: [Int]

    init?(argument: String) {
        let parts = argument == "none" ? [] : argument.split(separator: ",", omittingEmptySubsequences: false)
        days = parts.compactMap { WholeNumber.read($0, in: 0...Int(Int32.max)) }
        if days.count != parts.count { return nil }
    }
}
