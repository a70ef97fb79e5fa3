import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct Offices: Subcommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists the offices of a ranked half-year, page by page.",
        discussion: "فهرست دفاتر یک دورهٔ رتبه‌بندی‌شده، با جایگاه هر یک در استان.")

    @Option(help: "Half-year, such as 1400-H1; default the last ranked one. دوره.")
    var period: HalfYear?

    @Option(help: "Code or name. استان.")
    var province: String?

    @Option(help: "Code or name. شهرستان.")
    var county: String?

    @Option(help: "Name of a city or village. شهر یا روستا.")
    var locality: String?

    @Option(help: "urban or rural. نوع دفتر.")
    var kind: OfficeKind?

    @Option(help: "1 is the best. رتبه.", transform: wholeNumber)
    var rank: Int?

    @Option(help: "earned, defaulted or carried_forward. منشأ رتبه.")
    var origin: RankOrigin?

    @Option(help: "ranked, insufficient, not_available, awaiting, suspended or closed. وضعیت.")
    var standing: Standing?

    @OptionGroup var page: PageOptions<OfficeCursor>

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let answer = try await database.withRanking(environment) { ranking in
            let period = try await ranking.rankedPeriod(self.period)
            let found = try await ranking.offices(
                in: period.halfYear, filter, limit: page.limit, after: page.after)
            return OfficesAnswer.make(found, period)
        }
        output.write(answer, environment)
    }

    private var filter: OfficeFilter {
        var filter = OfficeFilter()
        filter.province = province
        filter.county = county
        filter.locality = locality
        filter.kind = kind
        filter.rank = rank
        filter.origin = origin
        filter.standing = standing
        return filter
    }
}

extension RankingDatabase {
    /// The requested half-year, or the last one with a run.
    fileprivate func rankedPeriod(_ halfYear: HalfYear?) async throws -> EvaluationPeriod {
        if let halfYear { return try await period(halfYear) }
        guard let last = try await periods().last(where: { $0.runID != nil }) else {
            throw CommandFailure.nothingRanked
        }
        return last
    }
}
