import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct AddAccount: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Makes an account with a role.",
        discussion: "حسابی با نقش و دامنه می‌سازد.")

    @Argument(help: "Name of the account, plain lower-case Latin. نام حساب.")
    var name: String

    @Option(help: "Person of the account; one person may have several accounts. صاحب حساب.")
    var person: String

    @OptionGroup var scope: RoleOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let accounts = try await database.withRanking(environment) { ranking in
            try await ranking.makeAccount(
                name: name, person: person, role: scope.role, provinces: scope.province.map { Digits.latin($0) },
                agency: scope.agency, regions: scope.region, offices: scope.office)
            return try await ranking.accounts()
        }
        output.write(AccountAnswer.make(accounts.filter { $0.name == name }), environment)
    }
}
