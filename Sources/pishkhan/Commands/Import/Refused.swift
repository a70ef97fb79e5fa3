import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct Refused: Subcommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists the rows that an import with --accept-valid left out.",
        discussion: "ردیف‌هایی را می‌نویسد که دریافت با --accept-valid کنار گذاشته است.")

    @Argument(help: "Number of an import, or `list` for all imports with such rows. شمارهٔ دریافت.")
    var importNumber: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard importNumber == "list" || number != nil else {
            throw ValidationError("'\(importNumber)' is neither 'list' nor the number of an import.")
        }
    }

    private var number: Int? { WholeNumber.read(importNumber, in: 1...Int.max) }

    func run(in environment: CommandEnvironment) async throws {
        let answer = try await database.withRanking(environment) { ranking in
            guard let number else { return RefusedAnswer.make(try await ranking.refusedImports()) }
            let rows = try await ranking.refusedRows(of: number)
            guard !rows.isEmpty else { throw CommandFailure.noRefusedRows(number) }
            return RefusedAnswer.make(rows, number)
        }
        output.write(answer, environment)
    }
}
