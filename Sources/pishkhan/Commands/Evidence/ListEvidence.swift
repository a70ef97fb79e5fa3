import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct ListEvidence: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the evidence of an office, newest first.",
        discussion: "مستندات یک دفتر، تازه‌ترین نخست.")

    @Argument(help: "Code of the office. کد دفتر.")
    var office: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let items = try await database.withRanking(environment) { try await $0.evidence(of: office) }
        output.write(EvidenceAnswer.make(items, of: office), environment)
    }
}

struct MissingEvidenceList: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "missing",
        abstract: "Lists the values of an office in a half-year without the evidence that their rules require.",
        discussion: "مقدارهایی که دفتر در دوره گفته است و مستندِ لازم را ندارد.")

    @Argument(help: "Code of the office. کد دفتر.")
    var office: String

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let values = try await database.withRanking(environment) {
            try await $0.missingEvidence(of: office, in: period)
        }
        output.write(EvidenceAnswer.missing(values, of: office, in: period), environment)
    }
}
