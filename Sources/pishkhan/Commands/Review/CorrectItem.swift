import ArgumentParser
import OfficeRanking
import RankingRules

struct CorrectItem: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: "Corrects the value of an item. The office may answer within the scheme's days.",
        discussion: "مقدار یک مورد را با دلیل اصلاح می‌کند؛ دفتر در مهلت شیوه‌نامه پاسخ می‌دهد.")

    @Argument(help: "Code of the office. کد دفتر.")
    var office: String

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @Argument(help: "Code of the criterion. کد شاخص.")
    var criterion: String

    @Argument(help: "Right value, as in a file. مقدار درست.")
    var value: String

    @Option(help: "Reason, for the record. دلیل.")
    var reason: String

    @OptionGroup var review: ReviewOptions

    func run(in environment: CommandEnvironment) async throws {
        let verdict = ItemVerdict(criterion, .corrected, value: value, reason: reason)
        try await review.judge(office, period, [verdict], reason: reason, environment)
    }
}
