import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct AssignRegion: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "assign",
        abstract: "Puts a province into a region.",
        discussion: "استانی را در یکی از مناطق می‌گذارد.")

    @Argument(help: "Code or name of the province. استان.")
    var province: String

    @Argument(help: "Number of the region, 1 to 9. شمارهٔ منطقه.")
    var region: Int

    @Argument(help: "Title of the region. عنوان منطقه.")
    var title: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (1...9).contains(region) else { throw ValidationError("A region has a number from 1 to 9.") }
    }

    func run(in environment: CommandEnvironment) async throws {
        let provinces = try await database.withRanking(environment) { ranking in
            try await ranking.assignRegion(region, title: title, to: province)
            return try await ranking.provinces()
        }
        output.write(ProvinceAnswer.make(provinces), environment)
    }
}
