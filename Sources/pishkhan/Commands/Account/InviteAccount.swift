import Answers
import ArgumentParser
import OfficeRanking
import Tables

struct InviteAccount: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "invite",
        abstract: "Invites a person to set an account's password, and shows the secret, only once.",
        discussion: """
            صاحب حساب را دعوت می‌کند که گذرواژه بگذارد و رمز دعوت را همین یک بار نشان می‌دهد.
            An unknown name becomes the account of the office. Inviting again ends the earlier invitation, the password and \
            the sessions.
            """)

    @Argument(help: "Name of the account. نام حساب.")
    var name: String

    @Option(help: "Person of a new account. صاحب حساب تازه.")
    var person: String?

    @Option(help: "Office of the account, by its code. دفتر.")
    var office: String?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let issued = try await database.withRanking(environment) {
            try await $0.inviteAccount(name, person: person, office: office)
        }
        output.write(InvitationAnswer.make(issued), environment)
    }
}

struct HandOverAccount: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "hand-over",
        abstract: "Invites the new holder of an office, and ends the sessions of the earlier holder's accounts.",
        discussion: "دارندهٔ تازهٔ دفتر را دعوت می‌کند و نشست‌های حساب‌های دارندهٔ پیشین را پایان می‌دهد.")

    @Argument(help: "Code of the office. کد دفتر.")
    var office: String

    @Argument(help: "Name of the new holder's account. نام حساب دارندهٔ تازه.")
    var name: String

    @Option(help: "Person of the new holder's account. صاحب حساب.")
    var person: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let issued = try await database.withRanking(environment) {
            try await $0.handOverAccount(of: office, to: name, person: person)
        }
        output.write(InvitationAnswer.make(issued), environment)
    }
}

struct WithdrawInvitation: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Withdraws the open invitation of an account.",
        discussion: "دعوت باز حساب را پس می‌گیرد.")

    @Argument(help: "Name of the account. نام حساب.")
    var name: String

    @Option(help: "Reason, for the record. دلیل.")
    var reason: String?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let wasOpen = try await database.withRanking(environment) {
            try await $0.withdrawInvitation(of: name, reason: reason)
        }
        output.write(InvitationAnswer.withdrawn(of: name, wasOpen), environment)
    }
}
