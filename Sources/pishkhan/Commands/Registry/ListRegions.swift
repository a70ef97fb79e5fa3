import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct ListRegions: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the provinces with their regions and guild associations.",
        discussion: "فهرست استان‌ها با منطقه و انجمن صنفی هر یک.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let provinces = try await database.withRanking(environment) { try await $0.provinces() }
        output.write(ProvinceAnswer.make(provinces), environment)
    }
}
