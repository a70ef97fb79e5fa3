package import OfficeRanking
import RankingRules

/// How far imports are that came in as requests, and what was found in them.
package enum ImportAttemptAnswer {
    package static func one(_ attempt: ImportAttempt) -> Answer {
        let title = LocalizedText(persian: "دریافت \(attempt.key)", english: "Import \(attempt.key)")
        let facts = zip(columns, row(attempt)).map { column, cell in
            AnswerFact(column.key, column.title.persian, column.title.english, cell)
        }
        return Answer(title, facts: facts)
    }

    package static func list(_ page: ImportAttemptPage) -> Answer {
        let title = LocalizedText(persian: "دریافت‌ها", english: "Imports")
        return Answer(
            title, facts: [AnswerFact("next", "ادامه", "Next", .optional(page.next?.description), isShown: false)],
            tables: [AnswerTable("imports", title.persian, title.english, columns, rows: page.attempts.map(row))])
    }

    /// - Parameter limit: one finding more than that says that there are more.
    package static func findings(_ findings: [NumberedFinding], limit: Int) -> Answer {
        let title = LocalizedText(persian: "یافته‌ها", english: "Findings")
        let page = findings.prefix(limit)
        let next = findings.count > limit ? page.last?.position : nil
        let columns = [
            AnswerColumn("position", "شماره", "Number", .number), AnswerColumn("file", "پرونده", "File"),
            AnswerColumn("sheet", "برگه", "Sheet", for: .programs),
            AnswerColumn("line", "سطر", "Line", .number), AnswerColumn("column", "ستون", "Column"),
            AnswerColumn("value", "مقدار", "Value"), AnswerColumn("code", "کد", "Code"),
            AnswerColumn("severity", "شدت", "Severity"), AnswerColumn("reason", "دلیل", "Reason"),
            AnswerColumn("reason_en", "دلیل به انگلیسی", "Reason in English", for: .programs),
        ]
        let rows: [[Cell]] = page.map { numbered in
            let finding = numbered.finding
            return [
                .integer(numbered.position), .text(finding.file), .optional(finding.sheet), .optional(finding.line),
                .optional(finding.column), .optional(finding.value), .text(finding.code.rawValue),
                .text(finding.severity.rawValue),
                .text(finding.reason(in: .persian)), .text(finding.reason(in: .english)),
            ]
        }
        return Answer(
            title, facts: [AnswerFact("next", "ادامه", "Next", .optional(next))],
            tables: [AnswerTable("findings", title.persian, title.english, columns, rows: rows)])
    }

    private static let columns = [
        AnswerColumn("key", "شناسه", "Key"), AnswerColumn("kinds", "نوع", "Kinds"),
        AnswerColumn("period", "دوره", "Period"), AnswerColumn("is_check_only", "فقط بررسی", "Only checked"),
        AnswerColumn("state", "وضعیت", "State"), AnswerColumn("bytes_received", "بایت", "Bytes", .number),
        AnswerColumn("rows_read", "ردیف", "Rows", .number), AnswerColumn("errors", "خطا", "Errors", .number),
        AnswerColumn("findings", "یافته", "Findings", .number), AnswerColumn("began_at", "آغاز", "Began at"),
        AnswerColumn("changed_at", "آخرین تغییر", "Changed at"), AnswerColumn("account", "حساب", "Account"),
    ]

    private static func row(_ attempt: ImportAttempt) -> [Cell] {
        [
            .text(attempt.key), .text(attempt.kinds.joined(separator: " ")), .optional(attempt.halfYear),
            .flag(attempt.isCheckOnly), state(attempt.state), .integer(attempt.bytesReceived),
            .integer(attempt.rowsRead), .integer(attempt.errorCount), .integer(attempt.findingCount),
            .instant(attempt.beganAt), .instant(attempt.changedAt), .text(attempt.account),
        ]
    }

    private static func state(_ state: ImportAttempt.State) -> Cell {
        switch state {
        case .receiving: word(state, "در حال رسیدن", "coming in")
        case .checking: word(state, "در حال بررسی", "being checked")
        case .stored: word(state, "ثبت شد", "stored")
        case .unchanged: word(state, "بی‌تغییر", "unchanged")
        case .checked: word(state, "فقط بررسی شد", "only checked")
        case .refused: word(state, "رد شد", "refused")
        case .failed: word(state, "ناکام", "failed")
        case .interrupted: word(state, "نیمه‌کاره ماند", "interrupted")
        }
    }

    private static func word(_ state: ImportAttempt.State, _ persian: String, _ english: String) -> Cell {
        .word(state.rawValue, LocalizedText(persian: persian, english: english))
    }
}
