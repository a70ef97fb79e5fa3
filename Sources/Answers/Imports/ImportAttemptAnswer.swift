package import OfficeRanking
import RankingRules
package import Tables
import Wording

/// The progress and the findings of imports that came as requests.
package enum ImportAttemptAnswer {
    package static func one(_ attempt: ImportAttempt) -> Answer {
        let title = LocalizedText(persian: "دریافت \(attempt.key)", english: "Import \(attempt.key)")
        let facts = zip(columns, row(attempt)).map { column, cell in
            AnswerFact(column.key, column.title, cell)
        }
        return Answer(title, facts: facts)
    }

    package static func list(_ page: Page<ImportAttempt, ImportAttemptCursor>) -> Answer {
        let title = LocalizedText(persian: "دریافت‌ها", english: "Imports")
        return Answer(
            title, facts: [AnswerFact(.next, .optional(page.next?.description), isShown: false)],
            tables: [AnswerTable("imports", title, columns, rows: page.items.map(row))])
    }

    package static func findings(_ page: Page<NumberedFinding, NumberCursor>) -> Answer {
        let title = LocalizedText(persian: "یافته‌ها", english: "Findings")
        let columns = [
            AnswerColumn(.findingNumber, .number), AnswerColumn(.file),
            AnswerColumn(.sheet, for: .programs),
            AnswerColumn(.line, .number), AnswerColumn(.column),
            AnswerColumn(.value), AnswerColumn(.code),
            AnswerColumn(.severity), AnswerColumn(.reason),
            AnswerColumn(.reasonEn, for: .programs),
        ]
        let rows: [[Cell]] = page.items.map { numbered in
            let finding = numbered.finding
            return [
                .integer(numbered.position), .text(finding.file), .optional(finding.sheet), .optional(finding.line),
                .optional(finding.column), .optional(finding.value), .text(finding.code.rawValue),
                .text(finding.severity.rawValue),
                .text(finding.reason(in: .persian)), .text(finding.reason(in: .english)),
            ]
        }
        return Answer(
            title, facts: [AnswerFact(.next, .optional(page.next?.number))],
            tables: [AnswerTable("findings", title, columns, rows: rows)])
    }

    private static let columns = [
        AnswerColumn(.key), AnswerColumn(.kinds),
        AnswerColumn(.period), AnswerColumn(.isCheckOnly),
        AnswerColumn(.state), AnswerColumn(.bytesReceived, .number),
        AnswerColumn(.rowsRead, .number), AnswerColumn(.errors, .number),
        AnswerColumn(.findings, .number), AnswerColumn(.beganAt),
        AnswerColumn(.changedAt), AnswerColumn(.account),
    ]

    private static func row(_ attempt: ImportAttempt) -> [Cell] {
        [
            .text(attempt.key), .text(attempt.kinds.joined(separator: " ")), .optional(attempt.halfYear),
            .flag(attempt.isCheckOnly), .word(Words.of(attempt.state)), .integer(attempt.bytesReceived),
            .integer(attempt.rowsRead), .integer(attempt.errorCount), .integer(attempt.findingCount),
            .instant(attempt.beganAt), .instant(attempt.changedAt), .text(attempt.account),
        ]
    }
}
