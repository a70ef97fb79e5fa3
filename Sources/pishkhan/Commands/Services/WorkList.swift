import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct WorkList: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "worklist",
        abstract: "Lists the services that offices above their ceiling hand over: why, in which order and by when.",
        discussion: "فهرست کار: خدماتی که دفترهای بالاتر از سقف به ترتیب و تا مهلت واگذار می‌کنند؛ چیزی حذف نمی‌شود.")

    @Option(help: "Code of an office. کد دفتر.")
    var office: String?

    @Option(help: "Code of an agency. کد دستگاه.")
    var agency: String?

    @Option(help: "Code or name. استان.")
    var province: String?

    @Option(help: "Jalali day; today unless given. روز.")
    var day: Day?

    @Option(help: "Most contracts on a page, 1 to 10000. شمار در هر صفحه.", transform: wholeNumber)
    var limit = 50

    @Option(help: "Cursor that the page before named. ادامهٔ فهرست.")
    var after: WorkListCursor?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (1...10_000).contains(limit) else { throw ValidationError("--limit is from 1 to 10000.") }
    }

    func run(in surroundings: Surroundings) async throws {
        let day = try day ?? surroundings.today()
        let answer = try await database.withRanking(surroundings) { ranking in
            let page = try await ranking.workListPage(
                on: day, office: office, agency: agency, province: province, limit: limit, after: after)
            return WorkListAnswer.make(page, day)
        }
        output.write(answer, surroundings)
    }
}
