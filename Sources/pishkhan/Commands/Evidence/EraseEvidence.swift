import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct EraseEvidence: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Erases the file of one item of evidence; its digest stays.",
        discussion: "پروندهٔ یک مستند را پاک می‌کند؛ اثر انگشت آن می‌ماند.")

    @Argument(help: "Code of the office. کد دفتر.")
    var office: String

    @Argument(help: "Number of the evidence. شمارهٔ مستند.")
    var number: Int

    @Option(help: "Reason, for the record. دلیل.")
    var reason: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let erased = try await database.withRanking(environment) { ranking in
            try await ranking.eraseEvidence(number, of: office, reason: reason)
            return try await ranking.evidence(of: office).filter { $0.number == number }
        }
        output.write(EvidenceAnswer.make(erased, of: office), environment)
    }
}
