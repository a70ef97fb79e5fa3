import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct ListTokens: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists tokens, newest first, ended ones too.",
        discussion: "فهرست توکن‌ها، تازه‌ترین در آغاز.")

    @Argument(help: "Name of the account; default all. نام حساب.")
    var name: String?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let tokens = try await database.withRanking(environment) { try await $0.tokens(of: name) }
        output.write(TokenAnswer.make(tokens), environment)
    }
}

struct RevokeToken: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Revokes a token at once.",
        discussion: "توکن را بی‌درنگ باطل می‌کند.")

    @Argument(help: "Number of the token. شمارهٔ توکن.")
    var number: Int

    @Option(help: "Reason, for the record. دلیل.")
    var reason: String?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let tokens = try await database.withRanking(environment) { ranking in
            try await ranking.revokeToken(number, reason: reason)
            return try await ranking.tokens()
        }
        output.write(TokenAnswer.make(tokens.filter { $0.number == number }), environment)
    }
}
