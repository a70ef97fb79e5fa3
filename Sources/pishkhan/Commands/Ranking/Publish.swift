import Answers
import ArgumentParser
import OfficeRanking
import RankingRules

struct Publish: Subcommand {
    static let configuration = CommandConfiguration(
        abstract: "Publishes the ranking of a period; it never changes afterwards.",
        discussion: "رتبه‌بندی دوره را منتشر می‌کند؛ پس از آن تغییر نمی‌کند.")

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in surroundings: Surroundings) async throws {
        let now = try await database.withRanking(surroundings) { ranking in
            try await ranking.publishPeriod(period)
            return try await ranking.period(period)
        }
        output.write(PeriodAnswer.one(now), surroundings)
    }
}
