package import OfficeRanking
import RankingRules
package import Tables
import Wording

/// How far the chain of the record is intact.
package enum RecordAnswer {
    package static func make(_ check: RecordCheck) -> Answer {
        let holds = check.holds
        let title =
            holds
            ? LocalizedText(persian: "زنجیرهٔ سابقه درست است.", english: "The chain of the record holds.")
            : LocalizedText(persian: "زنجیرهٔ سابقه شکسته است.", english: "The chain of the record is broken.")
        return Answer(
            title,
            facts: [
                AnswerFact(.recordHolds, .flag(holds), isShown: false),
                AnswerFact(.firstBroken, .optional(check.firstBroken)),
                AnswerFact(.acts, .integer(check.count)),
                AnswerFact(.head, .text(check.head)),
                AnswerFact(.checkedAfter, .integer(check.after), isShown: false),
                AnswerFact(.hashBefore, .optional(check.hashBefore), isShown: false),
                AnswerFact(.checkedUntil, .integer(check.checkedUntil), isShown: false),
                AnswerFact(
                    .agrees, check.agrees.map(Cell.flag) ?? .empty),
                // In full, because it is to be kept outside the database.
                AnswerFact(.checkpoint, .text(check.checkpoint.description)),
                AnswerFact(.next, .optional(check.next), isShown: false),
            ])
    }
}
