import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct WorkList: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "worklist",
        abstract: "Lists the services that offices above their ceiling hand over, with cause, order and due day.",
        discussion: "فهرست کار: خدماتی که دفترهای بالاتر از سقف به ترتیب و تا مهلت واگذار می‌کنند؛ چیزی حذف نمی‌شود.")

    @Option(help: "Code of an office. کد دفتر.")
    var office: String?

    @Option(help: "Code of an agency. کد دستگاه.")
    var agency: String?

    @Option(help: "Code or name. استان.")
    var province: String?

    @Option(help: "Jalali day; default today. روز.")
    var day: Day?

    @OptionGroup var page: PageOptions<WorkListCursor>

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let day = try day ?? environment.today()
        let answer = try await database.withRanking(environment) { ranking in
            let found = try await ranking.workListPage(
                on: day, office: office, agency: agency, province: province, limit: page.limit, after: page.after)
            return WorkListAnswer.make(found, day)
        }
        output.write(answer, environment)
    }
}
