import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct ChangeRole: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "role",
        abstract: "Gives an account another role and scope.",
        discussion: "نقش و دامنهٔ حساب را عوض می‌کند.")

    @Argument(help: "Name of the account. نام حساب.")
    var name: String

    @OptionGroup var scope: RoleOptions

    @Option(help: "Reason, for the record. دلیل.")
    var reason: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let accounts = try await database.withRanking(environment) { ranking in
            try await ranking.changeRole(
                of: name, to: scope.role, provinces: scope.province.map { Digits.latin($0) }, agency: scope.agency,
                regions: scope.region, offices: scope.office, reason: reason)
            return try await ranking.accounts()
        }
        output.write(AccountAnswer.make(accounts.filter { $0.name == name }), environment)
    }
}
