import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct DisableAccount: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "disable",
        abstract: "Disables an account: its tokens are refused until it is enabled again.",
        discussion: "حساب را غیرفعال می‌کند؛ توکن‌ها و گذرواژه‌اش دیگر کار نمی‌کنند.",
        aliases: ["suspend"])

    @Argument(help: "Name of the account. نام حساب.")
    var name: String

    @Option(help: "Reason, for the record. دلیل.")
    var reason: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let accounts = try await database.withRanking(environment) { ranking in
            try await ranking.disableAccount(name, reason: reason)
            return try await ranking.accounts()
        }
        output.write(AccountAnswer.make(accounts.filter { $0.name == name }), environment)
    }
}

struct EnableAccount: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "enable",
        abstract: "Enables a disabled account again.",
        discussion: "حساب غیرفعال را دوباره فعال می‌کند.",
        aliases: ["resume"])

    @Argument(help: "Name of the account. نام حساب.")
    var name: String

    @Option(help: "Reason, for the record. دلیل.")
    var reason: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let accounts = try await database.withRanking(environment) { ranking in
            try await ranking.enableAccount(name, reason: reason)
            return try await ranking.accounts()
        }
        output.write(AccountAnswer.make(accounts.filter { $0.name == name }), environment)
    }
}
