import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct Agencies: Subcommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists agencies with their services, delegations and contracts, page by page.",
        discussion: "فهرست دستگاه‌ها با شمار خدمات، واگذاری‌ها و قراردادها.")

    @Option(help: "Jalali day; today unless given. روز.")
    var day: Day?

    @Option(help: "Most agencies on a page, 1 to 10000. شمار در هر صفحه.", transform: wholeNumber)
    var limit = 50

    @Option(help: "Code after which the page begins. ادامهٔ فهرست.")
    var after: String?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (1...10_000).contains(limit) else { throw ValidationError("--limit is from 1 to 10000.") }
    }

    func run(in surroundings: Surroundings) async throws {
        let day = try day ?? surroundings.today()
        let page = try await database.withRanking(surroundings) { ranking in
            try await ranking.agencies(on: day, limit: limit, after: after)
        }
        output.write(ServicesAnswer.make(page, day), surroundings)
    }
}
