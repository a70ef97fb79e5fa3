import Answers
import ArgumentParser
import Foundation
import OfficeRanking
import RankingRules
import Tables

struct AddEvidence: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Adds a file as evidence of an office: PDF, JPEG, PNG or TIFF, at most 5 MB.",
        discussion:
            "پرونده‌ای را مستند یک دفتر می‌کند. اگر PISHKHAN_EVIDENCE_SCANNER باشد، نخست از ویروس‌یاب پرسیده می‌شود.")

    @Argument(help: "Code of the office. کد دفتر.")
    var office: String

    @Argument(help: "File. پرونده.")
    var file: String

    @Option(help: "Code of the criterion that it proves. کد شاخص.")
    var criterion: String

    @Option(help: "Kind of evidence, as the scheme names it. نوع مستند.")
    var kind: String

    @Option(help: "Jalali day of issue. تاریخ صدور.")
    var issuedOn: Day

    @Option(help: "Last Jalali day on which it is valid. پایان اعتبار.")
    var validUntil: Day?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let scanner = environment.setting("PISHKHAN_EVIDENCE_SCANNER").map { CommandScanner(command: $0) }
        let evidence = EvidenceFile(
            criterion: criterion, kind: kind, issuedOn: issuedOn, validUntil: validUntil,
            fileName: URL(filePath: file).lastPathComponent, bytes: try Self.bytes(of: file))
        let added = try await database.withRanking(environment) { ranking in
            let number = try await ranking.addEvidence(evidence, to: office, scannedBy: scanner)
            return try await ranking.evidence(of: office).filter { $0.number == number }
        }
        output.write(EvidenceAnswer.make(added, of: office), environment)
    }

    /// At most one byte more than a file may have, so that the database refuses a larger one.
    private static func bytes(of path: String) throws -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: path),
            let data = try? handle.read(upToCount: EvidenceFile.mostBytes + 1)
        else { throw CommandFailure.unreadableFile(path) }
        return Array(data)
    }
}
