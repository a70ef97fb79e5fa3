import ArgumentParser

struct AccountGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "Makes, invites, disables and enables accounts, gives them roles and tokens.",
        discussion: "حساب‌ها، دعوت‌ها، نقش‌ها، گذرواژه‌ها و توکن‌های آن‌ها.",
        subcommands: [
            ListAccounts.self, AddAccount.self, ChangeRole.self, DisableAccount.self, EnableAccount.self,
            InviteAccount.self, HandOverAccount.self, WithdrawInvitation.self, AcceptInvitation.self,
            ChangePassword.self, UnlockLogin.self, ListRoles.self, TokenGroup.self, IdentityGroup.self,
        ],
        defaultSubcommand: ListAccounts.self)
}
