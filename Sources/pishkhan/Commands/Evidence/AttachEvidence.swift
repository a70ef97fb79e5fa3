import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct AttachEvidence: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "attach",
        abstract: "Attaches evidence to what its office has said of the same criteria in an open half-year.",
        discussion: "مستندات را به مقدارهایی که دفتر در دورهٔ باز گفته است پیوست می‌کند.")

    @Argument(help: "Code of the office. کد دفتر.")
    var office: String

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @Argument(help: "Numbers of the evidence. شماره‌های مستندات.")
    var evidence: [Int]

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let attached = try await database.withRanking(environment) { ranking in
            try await ranking.attachEvidence(evidence, of: office, in: period)
            return try await ranking.evidence(of: office).filter { evidence.contains($0.number) }
        }
        output.write(EvidenceAnswer.make(attached, of: office), environment)
    }
}
