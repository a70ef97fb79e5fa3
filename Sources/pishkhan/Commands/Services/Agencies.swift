import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct Agencies: Subcommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists agencies with their services, delegations and contracts, page by page.",
        discussion: "فهرست دستگاه‌ها با تعداد خدمات، واگذاری‌ها و قراردادها.")

    @Option(help: "Jalali day; default today. روز.")
    var day: Day?

    @OptionGroup var page: PageOptions<String>

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let day = try day ?? environment.today()
        let found = try await database.withRanking(environment) { ranking in
            try await ranking.agencies(on: day, limit: page.limit, after: page.after)
        }
        output.write(ServicesAnswer.make(found, day), environment)
    }
}
