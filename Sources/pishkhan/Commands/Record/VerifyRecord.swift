import Answers
import ArgumentParser
import Foundation
import OfficeRanking
import RankingRules
import Tables

struct VerifyRecord: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Checks the chain of the record from its first act (exit status 65 if it is broken).",
        discussion: """
            زنجیرهٔ سابقه را از نخستین کار می‌سنجد.
            The database alone cannot show a rewrite of the whole chain: keep the printed checkpoint outside of it.
            """)

    @Option(help: "File with an earlier checkpoint: output of this command, or FILE.checkpoint. پروندهٔ نقطهٔ وارسی.")
    var checkpoint: String?

    @Option(help: "Check an exported record, without a database. پروندهٔ سابقه.")
    var export: String?

    @Option(help: "Check a receipt (JSON), without a database; compare its root with a published head. پروندهٔ رسید.")
    var receipt: String?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard export == nil || receipt == nil, receipt == nil || checkpoint == nil else {
            throw ValidationError("--receipt stands alone.")
        }
    }

    func run(in environment: CommandEnvironment) async throws {
        let kept = try checkpoint.map { try Self.checkpoint(inFile: $0) }
        if let export { return output.write(try OfflineRecord.check(export, against: kept), environment) }
        if let receipt { return output.write(try OfflineRecord.checkReceipt(receipt), environment) }
        let check = try await database.withRanking(environment) { try await $0.checkRecord(against: kept) }
        if let kept, check.agrees == false { throw Self.failure(of: check, against: kept) }
        if let broken = check.firstBroken { throw CommandFailure.recordIsBroken(at: broken, agreesUntil: kept?.count) }
        output.write(RecordAnswer.make(check), environment)
    }

    private static func checkpoint(inFile path: String) throws -> RecordCheckpoint {
        guard let bytes = FileManager.default.contents(atPath: path) else { throw CommandFailure.unreadableFile(path) }
        guard let kept = RecordCheckpoint(String(decoding: bytes, as: UTF8.self)) else {
            throw CommandFailure.noCheckpoint(path)
        }
        return kept
    }

    /// The first fault: an act that was changed or is missing, if it comes before that of the checkpoint. Otherwise it
    /// is only known that an act up to the checkpoint was rewritten.
    private static func failure(of check: RecordCheck, against kept: RecordCheckpoint) -> CommandFailure {
        if let broken = check.firstBroken, broken <= kept.count { return .recordIsBroken(at: broken, agreesUntil: nil) }
        if check.count < kept.count { return .recordIsBroken(at: check.count + 1, agreesUntil: nil) }
        return .recordIsRewritten(until: kept.count)
    }
}
