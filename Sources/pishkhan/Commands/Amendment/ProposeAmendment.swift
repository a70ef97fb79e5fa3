import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct ProposeAmendment: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "propose",
        abstract: "Proposes another value of one frozen fact. It holds once another person confirms it.",
        discussion: "برای یک شاخص یک دفتر پس از بسته‌شدن دوره مقدار دیگری پیشنهاد می‌کند.")

    @Argument(help: "Code of the office. کد دفتر.")
    var office: String

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @Argument(help: "Code of the criterion in the period's scheme. کد شاخص.")
    var criterion: String

    @Option(help: "Right value, as in a file. مقدار درست.")
    var value: String?

    @Flag(help: "Rejects the submitted value. رد.")
    var rejected = false

    @Flag(help: "The criterion does not apply to the office. موضوعیت ندارد.")
    var notApplicable = false

    @Option(help: "Reason, for the record. دلیل.")
    var reason: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard [value != nil, rejected, notApplicable].count(where: \.self) == 1 else {
            throw ValidationError("Give one of --value, --rejected and --not-applicable.")
        }
    }

    func run(in environment: CommandEnvironment) async throws {
        let verdict: Verdict = rejected ? .rejected : notApplicable ? .notApplicable : .corrected
        let proposed = try await database.withRanking(environment) { ranking in
            let number = try await ranking.amend(
                office: office, in: period, criterion: criterion, verdict: verdict, value: value, reason: reason)
            return try await ranking.amendments(of: period).filter { $0.number == number }
        }
        output.write(AmendmentAnswer.make(proposed), environment)
    }
}
