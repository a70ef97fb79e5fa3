import ArgumentParser

struct AccountGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "Makes, disables and enables accounts, gives them roles and tokens.",
        discussion: "حساب‌ها، نقش‌ها و توکن‌های آن‌ها.",
        subcommands: [
            ListAccounts.self, AddAccount.self, ChangeRole.self, DisableAccount.self, EnableAccount.self,
            ListRoles.self, TokenGroup.self, IdentityGroup.self,
        ],
        defaultSubcommand: ListAccounts.self)
}
