import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct ConfirmAmendment: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm",
        abstract: "Confirms an amendment as a second person, and makes its facts.",
        discussion: "اصلاحی را که همکار دیگری پیشنهاد کرده است تأیید می‌کند.")

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @Argument(help: "Number of the amendment. شمارهٔ اصلاح.")
    var number: Int

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let confirmed = try await database.withRanking(environment) { ranking in
            try await ranking.confirmAmendment(number, in: period)
            return try await ranking.amendments(of: period).filter { $0.number == number }
        }
        output.write(AmendmentAnswer.make(confirmed), environment)
    }
}
