package import OfficeRanking
import RankingRules

/// How far the chain of the record holds.
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
                AnswerFact("holds", "درست", "Holds", .flag(holds), isShown: false),
                AnswerFact("first_broken", "نخستین حلقهٔ شکسته", "First broken act", .optional(check.firstBroken)),
                AnswerFact("acts", "شمار کارها", "Acts", .integer(check.count)),
                AnswerFact("head", "سر زنجیره", "Head", .text(check.head)),
                AnswerFact("after", "پس از کار", "After act", .integer(check.after), isShown: false),
                AnswerFact("hash_before", "درهم‌ساز آن کار", "Its hash", .optional(check.hashBefore), isShown: false),
                AnswerFact("checked_until", "تا کار", "Until act", .integer(check.checkedUntil), isShown: false),
                AnswerFact(
                    "agrees", "همانند نقطهٔ نگه‌داشته", "As the checkpoint says", check.agrees.map(Cell.flag) ?? .empty),
                // Whole: it is to be kept elsewhere.
                AnswerFact("checkpoint", "نقطهٔ وارسی", "Checkpoint", .text(check.checkpoint.description)),
                AnswerFact("next", "ادامه", "Next", .optional(check.next), isShown: false),
            ])
    }
}
