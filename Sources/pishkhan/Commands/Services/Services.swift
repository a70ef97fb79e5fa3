import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct Services: Subcommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists services with their agency, stages and delegation, page by page.",
        discussion: "فهرست خدمات دستگاه‌ها با مرحله‌ها و واگذاری هر یک.")

    @Option(help: "Code of an agency; default all. کد دستگاه.")
    var agency: String?

    @Flag(help: "Only services with a delegation in operation. فقط خدمات واگذارشدهٔ در حال اجرا.")
    var delegated = false

    @Option(help: "Jalali day; default today. روز.")
    var day: Day?

    @OptionGroup var page: PageOptions<String>

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let day = try day ?? environment.today()
        let found = try await database.withRanking(environment) { ranking in
            try await ranking.services(
                on: day, agency: agency, delegatedOnly: delegated, limit: page.limit,
                after: page.after.map(Digits.latin))
        }
        output.write(ServicesAnswer.make(found, day), environment)
    }
}
