import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct ListReviews: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the items that wait for a verdict, the oldest first, with the counts of each province.",
        discussion: "موردهای در انتظار رأی، از قدیمی‌ترین؛ با شمار هر استان.")

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @Option(help: "Code or name. استان.")
    var province: String?

    @Option(help: "Code of a source. کد منبع.")
    var source: String?

    @Option(help: "Code of an office. کد دفتر.")
    var office: String?

    @Flag(help: "Offices whose rank hangs on an item come first on the page. نخست تعیین‌کننده‌ها.")
    var decisiveFirst = false

    @OptionGroup var page: PageOptions<ReviewListCursor>

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let filter = ReviewListFilter(
            province: province, source: source, office: office, decisiveFirst: decisiveFirst)
        let found = try await database.withRanking(environment) { ranking in
            try await ranking.reviewList(of: period, filter, limit: page.limit, after: page.after)
        }
        output.write(ReviewAnswer.list(found, in: period), environment)
    }
}
