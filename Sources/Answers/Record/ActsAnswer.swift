package import OfficeRanking
import RankingRules
package import Tables
import Wording

/// Acts of the record, the newest first.
package enum ActsAnswer {
    package static func make(_ acts: [Act]) -> Answer {
        let title = LocalizedText(persian: "سابقهٔ کارها", english: "Record of acts")
        let columns = [
            AnswerColumn(.id, .number), AnswerColumn(.recordedAt),
            AnswerColumn(.actor), AnswerColumn(.person, for: .peopleWhenFilled), AnswerColumn(.role),
            AnswerColumn(.kindOfAct),
            AnswerColumn(.subject), AnswerColumn(.reason),
            AnswerColumn(.detail, for: .programs), AnswerColumn(.hash),
        ]
        let rows: [[Cell]] = acts.map { act in
            [
                .integer(act.id), .instant(act.recordedAt), .text(act.actor), .optional(act.person), .text(act.role),
                .word(Words.ofAct(act.kind)), .text(act.subject), .optional(act.reason), .text(act.detail),
                .hash(act.hash),
            ]
        }
        return Answer(title, tables: [AnswerTable("acts", title, columns, rows: rows)])
    }
}
