import ArgumentParser
import OfficeRanking
import RankingRules

struct ConfirmItems: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm",
        abstract: "Confirms items of an office.",
        discussion: "موردهای یک دفتر را تأیید می‌کند.")

    @Argument(help: "Code of the office. کد دفتر.")
    var office: String

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @Argument(help: "Codes of the criteria. کد شاخص‌ها.")
    var criteria: [String]

    @OptionGroup var review: ReviewOptions

    func run(in environment: CommandEnvironment) async throws {
        try await review.judge(office, period, criteria.map { ItemVerdict($0, .confirmed) }, environment)
    }
}
