package import OfficeRanking
import RankingRules
package import Tables
import Wording

/// Rows that imports left out.
package enum RefusedAnswer {
    package static func make(_ imports: [RefusedImport]) -> Answer {
        let title = LocalizedText(
            persian: "دریافت‌هایی که ردیف ردشده دارند", english: "Imports that left rows out")
        let columns = [
            AnswerColumn(.importNumber, .number), AnswerColumn(.kind),
            AnswerColumn(.file), AnswerColumn(.rowsLeftOut, .number),
        ]
        let rows: [[Cell]] = imports.map {
            [
                .integer($0.id), ImportKind(rawValue: $0.kind).map { .word(Words.of($0)) } ?? .text($0.kind),
                .text($0.file),
                .integer($0.rowCount),
            ]
        }
        return Answer(title, tables: [AnswerTable("imports", title, columns, rows: rows)])
    }

    package static func make(_ page: Page<RefusedRow, NumberCursor>, _ number: Int) -> Answer {
        var answer = make(page.items, number)
        answer.facts.append(AnswerFact(.next, .optional(page.next?.number)))
        return answer
    }

    package static func make(_ refused: [RefusedRow], _ number: Int) -> Answer {
        let title = LocalizedText(
            persian: "ردیف‌های ردشدهٔ دریافت \(Digits.persian(String(number)))",
            english: "Rows left out by import \(number)")
        let columns = [
            AnswerColumn(.sheet, for: .programs),
            AnswerColumn(.line, .number), AnswerColumn(.reason),
            AnswerColumn(.rowText),
        ]
        let rows = refused.map { [.optional($0.sheet), .integer($0.line), .text($0.reason), .text($0.text)] as [Cell] }
        return Answer(title, tables: [AnswerTable("rows", title, columns, rows: rows)])
    }
}
