import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct ListAccounts: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the accounts with their roles and scope.",
        discussion: "فهرست حساب‌ها با نقش و دامنهٔ هر یک.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let accounts = try await database.withRanking(environment) { try await $0.accounts() }
        output.write(AccountAnswer.make(accounts), environment)
    }
}

struct ListRoles: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "roles",
        abstract: "Lists the roles with their permissions.",
        discussion: "فهرست نقش‌ها و کارهای مجاز هر یک.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let roles = try await database.withRanking(environment) { try await $0.roles() }
        output.write(AccountAnswer.make(roles), environment)
    }
}
