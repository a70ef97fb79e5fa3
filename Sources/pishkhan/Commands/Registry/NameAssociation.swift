import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct NameAssociation: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "name",
        abstract: "Names the guild association of a province.",
        discussion: "نام انجمن صنفی یک استان را ثبت می‌کند.")

    @Argument(help: "Code or name of the province. استان.")
    var province: String

    @Argument(help: "Title of the association. عنوان انجمن.")
    var title: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let provinces = try await database.withRanking(environment) { ranking in
            try await ranking.nameAssociation(title, of: province)
            return try await ranking.provinces()
        }
        output.write(ProvinceAnswer.make(provinces), environment)
    }
}
