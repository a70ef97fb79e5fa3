import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct VerifyRecord: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Follows the chain of the record from its first act (65 when it is broken).",
        discussion: """
            زنجیرهٔ سابقه را از نخستین کار می‌سنجد.
            A rewrite of the whole chain cannot be seen from inside: keep the head that is printed elsewhere, and compare.
            """)

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in surroundings: Surroundings) async throws {
        let check = try await database.withRanking(surroundings) { try await $0.checkRecord() }
        if let broken = check.firstBroken { throw CommandFailure.recordIsBroken(at: broken) }
        output.write(RecordAnswer.make(check), surroundings)
    }
}
