import Answers
import ArgumentParser
import OfficeRanking
import RankingRules

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

    private var number: Int? { Int(Digits.latin(importNumber)) }

    func run(in surroundings: Surroundings) async throws {
        let answer = try await database.withRanking(surroundings) { ranking in
            guard let number else { return Self.answer(try await ranking.refusedImports()) }
            let rows = try await ranking.refusedRows(of: number)
            guard !rows.isEmpty else { throw CommandFailure.noRefusedRows(number) }
            return Self.answer(rows, number)
        }
        output.write(answer, surroundings)
    }

    private static func answer(_ imports: [RefusedImport]) -> Answer {
        let title = LocalizedText(
            persian: "دریافت‌هایی که ردیف ردشده دارند", english: "Imports that left rows out")
        let columns = [
            AnswerColumn("import", "شماره", "Import", .number), AnswerColumn("kind", "نوع", "Kind"),
            AnswerColumn("file", "پرونده", "File"), AnswerColumn("rows", "ردیف ردشده", "Rows left out", .number),
        ]
        let rows: [[Cell]] = imports.map {
            [
                .integer($0.id), ImportKind(rawValue: $0.kind).map(Words.of) ?? .text($0.kind), .text($0.file),
                .integer($0.rowCount),
            ]
        }
        return Answer(title, tables: [AnswerTable("imports", title.persian, title.english, columns, rows: rows)])
    }

    private static func answer(_ refused: [RefusedRow], _ number: Int) -> Answer {
        let title = LocalizedText(
            persian: "ردیف‌های ردشدهٔ دریافت \(Digits.persian(String(number)))",
            english: "Rows left out by import \(number)")
        let columns = [
            AnswerColumn("line", "سطر", "Line", .number), AnswerColumn("reason", "دلیل", "Reason"),
            AnswerColumn("row_text", "متن ردیف", "Row"),
        ]
        let rows = refused.map { [.integer($0.line), .text($0.reason), .text($0.text)] as [Cell] }
        return Answer(title, tables: [AnswerTable("rows", title.persian, title.english, columns, rows: rows)])
    }
}
