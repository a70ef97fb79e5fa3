import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct ConfirmToken: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm",
        abstract: "Confirms, as a second person, a token that opens an account of the headquarters.",
        discussion: """
            توکن حساب ستاد را که همکار دیگری ساخته است تأیید می‌کند.
            If the only other person has lost the token, --account on the server confirms the next one.
            """)

    @Argument(help: "Number of the token. شمارهٔ توکن.")
    var number: Int

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let tokens = try await database.withRanking(environment) { ranking in
            try await ranking.confirmToken(number)
            return try await ranking.tokens()
        }
        output.write(TokenAnswer.make(tokens.filter { $0.number == number }), environment)
    }
}

struct ConfirmIdentity: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm",
        abstract: "Confirms, as a second person, an identity that opens an account of the headquarters.",
        discussion: "پیوند هویت با حساب ستاد را که همکار دیگری ساخته است تأیید می‌کند.")

    @Argument(help: "The issuer. صادرکننده.")
    var issuer: String

    @Argument(help: "The subject. شناسه.")
    var subject: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let identities = try await database.withRanking(environment) { ranking in
            try await ranking.confirmIdentity(issuer: issuer, subject: subject)
            return try await ranking.externalIdentities()
        }
        output.write(AccountAnswer.make(identities), environment)
    }
}
