package import OfficeRanking
import RankingRules
package import Tables
import Wording

/// Amendments of frozen facts as an answer.
package enum AmendmentAnswer {
    package static func make(_ amendments: [Amendment]) -> Answer {
        let title = LocalizedText(persian: "اصلاح داده‌های ثابت‌شده", english: "Amendments of frozen facts")
        let columns = [
            AnswerColumn(.amendment, .number), AnswerColumn(.office),
            AnswerColumn(.criterion), AnswerColumn(.verdict),
            AnswerColumn(.value, .number, for: .peopleWhenFilled),
            AnswerColumn(.reason), AnswerColumn(.proposedAt),
            AnswerColumn(.confirmedAt),
        ]
        return Answer(
            title,
            tables: [
                AnswerTable("amendments", title, columns, rows: amendments.map(row))
            ])
    }

    private static func row(_ amendment: Amendment) -> [Cell] {
        [
            .integer(amendment.number), .text(amendment.office),
            .word(amendment.criterion.code, amendment.criterion.title), .word(Words.of(amendment.verdict)),
            value(amendment),
            .text(amendment.reason), .instant(amendment.madeAt),
            amendment.confirmedAt.map(Cell.instant) ?? .empty,
        ]
    }

    private static func value(_ amendment: Amendment) -> Cell {
        guard let value = amendment.value else { return .empty }
        return amendment.criterion.storedCell(value)
    }
}
