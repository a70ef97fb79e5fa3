package import OfficeRanking
import RankingRules
package import Tables
import Wording

/// The versions of the hand-over policy as an answer.
package enum HandOverAnswer {
    package static func make(_ policies: [HandOverPolicy]) -> Answer {
        let title = LocalizedText(persian: "مهلت و ترتیب واگذاری خدمات", english: "Hand-over policy")
        let columns = [
            AnswerColumn(.effectiveOn), AnswerColumn(.order),
            AnswerColumn(.rankChangeDays, .number),
            AnswerColumn(.suspensionDays, .number),
            AnswerColumn(.closureDays, .number),
            AnswerColumn(.withdrawalDays, .number),
            AnswerColumn(.otherDays, .number),
            AnswerColumn(.legalBasis), AnswerColumn(.sample),
        ]
        let rows: [[Cell]] = policies.map {
            [
                .day($0.effectiveOn), .word(Words.of($0.order)), .integer($0.rankChangeDays),
                .integer($0.suspensionDays),
                .integer($0.closureDays), .integer($0.withdrawalDays), .integer($0.otherDays), .text($0.legalBasis),
                .flag($0.isSample),
            ]
        }
        return Answer(title, tables: [AnswerTable("policies", title, columns, rows: rows)])
    }
}
