import Answers
import ArgumentParser
import Foundation
import OfficeRanking
import RankingRules
import Tables

struct GetEvidence: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "get",
        abstract: "Writes the file of one item of evidence.",
        discussion: "پروندهٔ یک مستند را می‌نویسد.")

    @Argument(help: "Code of the office. کد دفتر.")
    var office: String

    @Argument(help: "Number of the evidence. شمارهٔ مستند.")
    var number: Int

    @Argument(help: "File to write; it must not be there yet. پروندهٔ تازه.")
    var path: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let (item, bytes) = try await database.withRanking(environment) {
            try await $0.evidenceBytes(number, of: office)
        }
        do {
            try Data(bytes).write(to: URL(filePath: path), options: .withoutOverwriting)
        } catch {
            throw CommandFailure.unwritableFile(path)
        }
        output.write(EvidenceAnswer.make([item], of: office), environment)
    }
}
