import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct ScoreGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Enters what another source than the declaration says about one office.",
        discussion: "امتیاز انجمن، نظرسنجی و منبع‌های دیگر، برای یک دفتر.",
        subcommands: [ShowScore.self, SetScore.self, WithdrawScore.self], defaultSubcommand: ShowScore.self)
}

/// The source, the office and the half-year of a form.
struct ScoreOptions: ParsableArguments {
    @Argument(help: "Code of the source in the scheme, such as association. کد منبع.")
    var source: String

    @OptionGroup var form: FormOptions

    func score(_ ranking: RankingDatabase) async throws -> SourceForm {
        try await ranking.score(source, of: form.office, in: form.period)
    }
}

struct ShowScore: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows what a source says about an office.",
        discussion: "آنچه یک منبع دربارهٔ یک دفتر ثبت کرده است.")

    @OptionGroup var score: ScoreOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let found = try await database.withRanking(environment) { try await score.score($0) }
        output.write(FormAnswer.make(found), environment)
    }
}

struct SetScore: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Enters the values of a source for an office; criteria that are not named have no value.",
        discussion: """
            مقدارهای یک منبع را برای یک دفتر ثبت می‌کند.
            A survey's mean needs respondents=NUMBER; survey_mode=TEXT may be added.
            """)

    @OptionGroup var score: ScoreOptions

    @Argument(help: "NAME=VALUE, by the columns of a file. نام و مقدار.")
    var assignments: [String]

    @Option(
        help: "Number of the submission that you saw; 0 if there was none. نوبتی که دیده‌اید.", transform: wholeNumber)
    var basedOn: Int

    @Flag(help: "Enter it without the missing values. بدون مقدارهای خالی.")
    var withGaps = false

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        _ = try Assignments(assignments)
    }

    func run(in environment: CommandEnvironment) async throws {
        let values = try Assignments(assignments).values
        let found = try await database.withRanking(environment) { ranking in
            try await ranking.enterScore(
                score.source, of: score.form.office, in: score.form.period, values, basedOn: basedOn,
                withGaps: withGaps)
            return try await score.score(ranking)
        }
        output.write(FormAnswer.make(found), environment)
    }
}

struct WithdrawScore: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Takes back all values of a source for an office.",
        discussion: "همهٔ مقدارهای یک منبع را برای یک دفتر پس می‌گیرد.")

    @OptionGroup var score: ScoreOptions

    @Option(help: "Number of the submission that you saw. نوبتی که دیده‌اید.", transform: wholeNumber)
    var basedOn: Int

    @Option(help: "Reason, for the record. دلیل.")
    var reason: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let found = try await database.withRanking(environment) { ranking in
            try await ranking.withdrawScore(
                score.source, of: score.form.office, in: score.form.period, basedOn: basedOn, reason: reason)
            return try await score.score(ranking)
        }
        output.write(FormAnswer.make(found), environment)
    }
}
