import ArgumentParser
import Foundation

struct TokenGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Issues, confirms, rotates, revokes and lists the tokens of accounts.",
        discussion: "توکن‌های حساب‌ها.",
        subcommands: [ListTokens.self, IssueToken.self, ConfirmToken.self, RotateToken.self, RevokeToken.self],
        defaultSubcommand: ListTokens.self)
}

/// The lifetime of a new token.
struct TokenLife: ParsableArguments {
    @Option(help: "Days until it expires, 1 to 3650. مهلت به روز.")
    var days = 365

    func validate() throws {
        guard (1...3_650).contains(days) else { throw ValidationError("--days is from 1 to 3650.") }
    }

    var end: Date { Date(timeIntervalSinceNow: Double(days) * 86_400) }
}
