package import OfficeRanking
import RankingRules

/// Amendments of frozen facts as an answer.
package enum AmendmentAnswer {
    package static func make(_ amendments: [Amendment]) -> Answer {
        let title = LocalizedText(persian: "اصلاح داده‌های ثابت‌شده", english: "Amendments of frozen facts")
        let columns = [
            AnswerColumn("amendment", "شماره", "Number", .number), AnswerColumn("office", "کد دفتر", "Office"),
            AnswerColumn("criterion", "شاخص", "Criterion"), AnswerColumn("verdict", "نظر", "Verdict"),
            AnswerColumn("value", "مقدار", "Value", .number, for: .peopleWhenFilled),
            AnswerColumn("reason", "دلیل", "Reason"), AnswerColumn("made_at", "پیشنهاد", "Proposed at"),
            AnswerColumn("confirmed_at", "تأیید", "Confirmed at"),
        ]
        return Answer(
            title,
            tables: [
                AnswerTable("amendments", title.persian, title.english, columns, rows: amendments.map(row))
            ])
    }

    private static func row(_ amendment: Amendment) -> [Cell] {
        [
            .integer(amendment.number), .text(amendment.office),
            .word(amendment.criterion.code, amendment.criterion.title), word(amendment.verdict), value(amendment),
            .text(amendment.reason), .instant(amendment.madeAt),
            amendment.confirmedAt.map(Cell.instant) ?? .empty,
        ]
    }

    private static func value(_ amendment: Amendment) -> Cell {
        guard let value = amendment.value else { return .empty }
        // A survey's mean is kept in thousandths, however its criterion is written.
        if amendment.criterion.survey != nil {
            return CriterionText.number(FixedDecimal(digits: value, places: 3).text)
        }
        return CriterionText(criterion: amendment.criterion).cell(value)
    }

    private static func word(_ verdict: Verdict) -> Cell {
        switch verdict {
        case .confirmed: .word("confirmed", LocalizedText(persian: "تأیید", english: "confirmed"))
        case .corrected: .word("corrected", LocalizedText(persian: "اصلاح", english: "corrected"))
        case .rejected: .word("rejected", LocalizedText(persian: "رد", english: "rejected"))
        case .notApplicable:
            .word("not_applicable", LocalizedText(persian: "موضوعیت ندارد", english: "not applicable"))
        }
    }
}
