import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct BulkConfirm: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "bulk",
        abstract: "Confirms the items of a province that are unchanged since they were confirmed last, in one act.",
        discussion: "موردهای یک استان را که با مقدار تأییدشدهٔ دورهٔ پیش یکی است یکجا تأیید می‌کند.")

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @Argument(help: "Code or name. استان.")
    var province: String

    @Option(help: "Code of the source; default the declaration. کد منبع.")
    var source: String?

    @Option(help: "Most offices, 1 to 500; the oldest submissions first. حداکثر دفتر.", transform: wholeNumber)
    var limit = PageLimit.range.upperBound

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard PageLimit.range.contains(limit) else { throw ValidationError("--limit is from 1 to 500.") }
    }

    func run(in environment: CommandEnvironment) async throws {
        let confirmed = try await database.withRanking(environment) { ranking in
            try await ranking.confirmUnchanged(in: period, province: province, source: source, limit: limit)
        }
        output.write(ReviewAnswer.bulk(confirmed, in: period), environment)
    }
}
