package import OfficeRanking
import RankingRules

/// Rows that imports left out.
package enum RefusedAnswer {
    package static func make(_ imports: [RefusedImport]) -> Answer {
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

    /// A page. One row more than the limit says that there are more.
    package static func make(_ refused: [RefusedRow], _ number: Int, limit: Int) -> Answer {
        let page = Array(refused.prefix(limit))
        var answer = make(page, number)
        let next = refused.count > limit ? page.last?.position : nil
        answer.facts.append(AnswerFact("next", "ادامه", "Next", .optional(next)))
        return answer
    }

    package static func make(_ refused: [RefusedRow], _ number: Int) -> Answer {
        let title = LocalizedText(
            persian: "ردیف‌های ردشدهٔ دریافت \(Digits.persian(String(number)))",
            english: "Rows left out by import \(number)")
        let columns = [
            AnswerColumn("sheet", "برگه", "Sheet", for: .programs),
            AnswerColumn("line", "سطر", "Line", .number), AnswerColumn("reason", "دلیل", "Reason"),
            AnswerColumn("row_text", "متن ردیف", "Row"),
        ]
        let rows = refused.map { [.optional($0.sheet), .integer($0.line), .text($0.reason), .text($0.text)] as [Cell] }
        return Answer(title, tables: [AnswerTable("rows", title.persian, title.english, columns, rows: rows)])
    }
}
