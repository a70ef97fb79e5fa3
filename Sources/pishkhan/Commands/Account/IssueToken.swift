import Answers
import ArgumentParser
import Foundation
import OfficeRanking
import RankingRules
import Tables

struct IssueToken: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "issue",
        abstract: "Issues a token for an account and shows it, only once.",
        discussion: "برای حساب توکن می‌سازد و همین یک بار نشان می‌دهد.")

    @Argument(help: "Name of the account. نام حساب.")
    var name: String

    @Option(help: "Purpose of the token. کاربرد.")
    var label: String

    @OptionGroup var life: TokenLife
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let token = try await database.withRanking(environment) {
            try await $0.issueToken(for: name, label: label, expiresAt: life.end)
        }
        output.write(TokenAnswer.make(token), environment)
    }
}

struct RotateToken: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Replaces a token and shows the new one, only once.",
        discussion: "توکن تازه‌ای به جای توکن پیشین می‌سازد و همین یک بار نشان می‌دهد.")

    @Argument(help: "Number of the token. شمارهٔ توکن.")
    var number: Int

    @Option(help: "Hours for which the old token still works, 0 to 720. مهلت توکن پیشین به ساعت.")
    var grace = 0

    @OptionGroup var life: TokenLife
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (0...720).contains(grace) else { throw ValidationError("--grace is from 0 to 720.") }
    }

    func run(in environment: CommandEnvironment) async throws {
        let oldUntil = grace > 0 ? Date(timeIntervalSinceNow: Double(grace) * 3_600) : nil
        let token = try await database.withRanking(environment) {
            try await $0.rotateToken(number, expiresAt: life.end, oldUntil: oldUntil)
        }
        output.write(TokenAnswer.make(token), environment)
    }
}
