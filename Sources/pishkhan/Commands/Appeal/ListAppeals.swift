import Answers
import ArgumentParser
import OfficeRanking
import RankingRules

struct ListAppeals: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the appeals of a half-year: those that could change a rank first, then by their last day.",
        discussion: "اعتراض‌های یک دوره؛ نخست آن‌ها که رتبه را عوض می‌کند، سپس به ترتیب مهلت رأی.")

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @Option(help: "Only with this standing. وضعیت.")
    var standing: Appeal.Standing?

    @OptionGroup var page: PageOptions<NumberCursor>
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let found = try await database.withRanking(environment) { ranking in
            try await ranking.appeals(of: period, standing: standing, limit: page.limit, after: page.after)
        }
        output.write(AppealAnswer.make(found, in: period), environment)
    }
}
