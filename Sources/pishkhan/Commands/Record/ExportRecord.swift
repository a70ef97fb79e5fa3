import Answers
import ArgumentParser
import Foundation
import OfficeRanking
import RankingRules
import Tables

struct ExportRecord: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes the whole record into a file, one act a line.",
        discussion: """
            همهٔ سابقه را در پرونده‌ای می‌نویسد، هر کار در یک سطر.
            Anybody can check the file without the database: pishkhan record verify --export FILE
            """)

    @Argument(help: "File to write. پروندهٔ خروجی.")
    var file: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        // An unfinished export never stands under its name.
        let unfinished = file + ".part"
        guard FileManager.default.createFile(atPath: unfinished, contents: nil),
            let handle = FileHandle(forWritingAtPath: unfinished)
        else { throw CommandFailure.unwritableFile(file) }
        let count = try await database.withRanking(environment) { ranking in
            var last = 0
            while true {
                let acts = try await ranking.exportedActs(after: last)
                guard let newest = acts.last else { return last }
                try handle.write(contentsOf: Data(acts.map(\.line).joined().utf8))
                last = newest.number
            }
        }
        try handle.synchronize()
        try handle.close()
        guard rename(unfinished, file) == 0 else { throw CommandFailure.unwritableFile(file) }
        output.write(RecordHeadAnswer.exported(count), environment)
    }
}
