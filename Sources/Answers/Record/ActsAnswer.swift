package import OfficeRanking
import RankingRules

/// Acts of the record, the newest first.
package enum ActsAnswer {
    package static func make(_ acts: [Act]) -> Answer {
        let title = LocalizedText(persian: "سابقهٔ کارها", english: "Record of acts")
        let columns = [
            AnswerColumn("id", "شماره", "Number", .number), AnswerColumn("recorded_at", "زمان", "Recorded at"),
            AnswerColumn("actor", "حساب", "Account"), AnswerColumn("kind", "کار", "Act"),
            AnswerColumn("subject", "موضوع", "Subject"), AnswerColumn("reason", "دلیل", "Reason"),
            AnswerColumn("detail", "شرح", "Detail", for: .programs), AnswerColumn("hash", "اثر انگشت", "Hash"),
        ]
        let rows: [[Cell]] = acts.map { act in
            [
                .integer(act.id), .instant(act.recordedAt), .text(act.actor), .text(act.kind), .text(act.subject),
                .optional(act.reason), .text(act.detail), .hash(act.hash),
            ]
        }
        return Answer(title, tables: [AnswerTable("acts", title.persian, title.english, columns, rows: rows)])
    }
}
