import Answers
import ArgumentParser
import Foundation
import OfficeRanking
import RankingRules
import Tables
import Wording

struct Rank: Subcommand {
    static let configuration = CommandConfiguration(
        abstract: "Scores every office of a closed half-year and stores lines, totals and ranks.",
        discussion: "همهٔ دفاتر یک دورهٔ بسته را امتیاز می‌دهد و رتبه‌ها را ثبت می‌کند.")

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear

    @Flag(help: "Show the result and the changes; store nothing. فقط نمایش.")
    var dryRun = false

    @Option(help: "File for the canonical text, from which the digest is made. متن معیار.")
    var canonical: String?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let file = try canonical.map(CanonicalFile.init)
        let line = ProgressLine(environment)
        let language = output.language(environment)
        let outcome = try await database.withRanking(environment) { ranking in
            defer { line.clear() }
            return try await ranking.rank(period, dryRun: dryRun, canonicalText: file?.append) { scored, total in
                let amounts = [scored, total].map { HumanNumber.text(String($0), language) }
                line.show(
                    language.choose("\(amounts[0]) از \(amounts[1]) دفتر", "\(amounts[0]) of \(amounts[1]) offices"))
            }
        }
        output.write(RunAnswer.make(outcome), environment)
    }
}

/// The file for the canonical text.
private final class CanonicalFile: Sendable {
    private let file: FileHandle

    init(_ path: String) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path)
        else { throw CommandFailure.unwritableFile(path) }
        self.file = file
    }

    @Sendable
    func append(_ text: String) throws {
        try file.write(contentsOf: Data(text.utf8))
    }
}
