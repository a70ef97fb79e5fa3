import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct SetDraft: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Changes items of the draft. It counts for nothing until it is submitted.",
        discussion: "شاخص‌هایی از پیش‌نویس را عوض می‌کند؛ تا ثبت نشود به حساب نمی‌آید.")

    @OptionGroup var form: FormOptions

    @Argument(help: "CRITERION=VALUE, with the value as in a file; empty for no value. شاخص و مقدار.")
    var assignments: [String]

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        _ = try Assignments(assignments)
    }

    func run(in environment: CommandEnvironment) async throws {
        let values = try Assignments(assignments).values
        let found = try await database.withRanking(environment) { ranking in
            try await ranking.saveDraft(of: form.office, in: form.period, values)
            return try await ranking.declaration(of: form.office, in: form.period)
        }
        output.write(FormAnswer.make(found), environment)
    }
}

struct SubmitDeclaration: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "submit",
        abstract: "Submits the declaration with its draft. Refused if somebody has submitted since it was read.",
        discussion: "خوداظهاری را با پیش‌نویس آن ثبت می‌کند.")

    @OptionGroup var form: FormOptions

    @Option(
        help: "Number of the submission that you saw; 0 if there was none. نوبتی که دیده‌اید.", transform: wholeNumber)
    var basedOn: Int

    @Flag(help: "Submit without the missing values. بدون مقدارهای خالی.")
    var withGaps = false

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let found = try await database.withRanking(environment) { ranking in
            try await ranking.submitDeclaration(
                of: form.office, in: form.period, basedOn: basedOn, withGaps: withGaps)
            return try await ranking.declaration(of: form.office, in: form.period)
        }
        output.write(FormAnswer.make(found), environment)
    }
}

struct WithdrawDeclaration: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Takes back all values of the declaration: the office then took no part.",
        discussion: "همهٔ خوداظهاری را پس می‌گیرد؛ دفتر آنگاه مشارکت نکرده است.")

    @OptionGroup var form: FormOptions

    @Option(help: "Number of the submission that you saw. نوبتی که دیده‌اید.", transform: wholeNumber)
    var basedOn: Int

    @Option(help: "Reason, for the record. دلیل.")
    var reason: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let found = try await database.withRanking(environment) { ranking in
            try await ranking.withdrawDeclaration(
                of: form.office, in: form.period, basedOn: basedOn, reason: reason)
            return try await ranking.declaration(of: form.office, in: form.period)
        }
        output.write(FormAnswer.make(found), environment)
    }
}
