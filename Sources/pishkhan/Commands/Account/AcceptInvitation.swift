import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct AcceptInvitation: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Sets the password of an invited account.",
        discussion: """
            گذرواژهٔ حساب دعوت‌شده را ثبت می‌کند.
            It reads the secret of the invitation and the password, each on a line, from the terminal without showing them, or \
            from the standard input.
            """)

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let language = output.language(environment)
        let secret = try SecretInput.line(LocalizedText(persian: "رمز دعوت", english: "Secret"), language)
        let password = try SecretInput.newPassword(language)
        let account = try await database.withRanking(environment) { ranking in
            try await PasswordLogin(client: ranking.client).acceptInvitation(secret, password: password)
        }
        output.write(InvitationAnswer.passwordSet(of: account), environment)
    }
}

struct ChangePassword: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "password",
        abstract: "Changes the acting account's own password and ends its sessions.",
        discussion: """
            گذرواژهٔ حساب خودتان را عوض می‌کند و نشست‌هایش را پایان می‌دهد.
            It reads the old and the new password, each on a line, from the terminal without showing them, or from the \
            standard input.
            """)

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let language = output.language(environment)
        let old = try SecretInput.line(
            LocalizedText(persian: "گذرواژهٔ کنونی", english: "Present password"), language)
        let new = try SecretInput.newPassword(language)
        let account = try await database.withRanking(environment) { ranking in
            try await ranking.changePassword(from: old, to: new)
            return ranking.account
        }
        output.write(InvitationAnswer.passwordSet(of: account), environment)
    }
}

struct UnlockLogin: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "unlock",
        abstract: "Ends the wait of an account after failed log-ins.",
        discussion: "انتظار حساب پس از ورودهای نادرست را پایان می‌دهد.")

    @Argument(help: "Name of the account. نام حساب.")
    var name: String

    @Option(help: "Reason, for the record. دلیل.")
    var reason: String?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let hadFailed = try await database.withRanking(environment) {
            try await $0.unlockLogin(of: name, reason: reason)
        }
        output.write(InvitationAnswer.unlocked(name, hadFailed), environment)
    }
}
