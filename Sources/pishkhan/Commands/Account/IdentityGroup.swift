import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct IdentityGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "identity",
        abstract: "Links subjects of an outside issuer of identities to accounts.",
        discussion: "پیوند هویت‌های بیرونی به حساب‌ها.",
        subcommands: [ListIdentities.self, LinkIdentity.self, ConfirmIdentity.self, UnlinkIdentity.self],
        defaultSubcommand: ListIdentities.self)
}

struct ListIdentities: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the linked identities.",
        discussion: "فهرست هویت‌های پیوندخورده.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let identities = try await database.withRanking(environment) { try await $0.externalIdentities() }
        output.write(AccountAnswer.make(identities), environment)
    }
}

struct LinkIdentity: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Links a subject of an issuer to an account: from now on it acts as this account.",
        discussion: "شناسهٔ یک صادرکننده را به حساب پیوند می‌دهد.")

    @Argument(help: "The issuer, as its tokens name it. صادرکننده.")
    var issuer: String

    @Argument(help: "The subject. شناسه.")
    var subject: String

    @Argument(help: "Name of the account. نام حساب.")
    var name: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let identities = try await database.withRanking(environment) { ranking in
            try await ranking.linkIdentity(issuer: issuer, subject: subject, to: name)
            return try await ranking.externalIdentities()
        }
        output.write(AccountAnswer.make(identities), environment)
    }
}

struct UnlinkIdentity: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "unlink",
        abstract: "Ends the link of a subject.",
        discussion: "پیوند شناسه را پایان می‌دهد.")

    @Argument(help: "The issuer. صادرکننده.")
    var issuer: String

    @Argument(help: "The subject. شناسه.")
    var subject: String

    @Option(help: "Reason, for the record. دلیل.")
    var reason: String?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let identities = try await database.withRanking(environment) { ranking in
            try await ranking.unlinkIdentity(issuer: issuer, subject: subject, reason: reason)
            return try await ranking.externalIdentities()
        }
        output.write(AccountAnswer.make(identities), environment)
    }
}
