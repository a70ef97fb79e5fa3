import ArgumentParser
import OfficeRanking
import RankingRules

struct NotApplicableItems: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "not-applicable",
        abstract: "Says of items that they do not apply to the office.",
        discussion: "دربارهٔ موردهای یک دفتر با دلیل می‌گوید که موضوعیت ندارد.")

    @Argument(help: "Code of the office. کد دفتر.")
    var office: String

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @Argument(help: "Codes of the criteria. کد شاخص‌ها.")
    var criteria: [String]

    @Option(help: "Reason, for the record. دلیل.")
    var reason: String

    @OptionGroup var review: ReviewOptions

    func run(in environment: CommandEnvironment) async throws {
        let verdicts = criteria.map { ItemVerdict($0, .notApplicable, reason: reason) }
        try await review.judge(office, period, verdicts, reason: reason, environment)
    }
}
