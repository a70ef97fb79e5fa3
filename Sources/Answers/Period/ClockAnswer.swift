package import OfficeRanking
import RankingRules

/// What one look at the clock did.
package enum ClockAnswer {
    package static func make(_ outcome: PeriodClock.Outcome) -> Answer {
        let columns = [
            AnswerColumn("period", "دوره", "Period"), AnswerColumn("step", "گام", "Step"),
            AnswerColumn("standing", "وضعیت", "Standing"),
            AnswerColumn("error", "خطا", "Error", for: .peopleWhenFilled),
        ]
        let taken = outcome.taken.map { step in
            [.halfYear(step.halfYear), Words.of(step.step), Words.taken, .empty] as [Cell]
        }
        let failed = outcome.failed.map { step in
            let error = LocalizedText(
                persian: step.error.message(in: .persian), english: step.error.message(in: .english))
            return [
                .halfYear(step.halfYear), Words.of(step.step), Words.failing,
                .localized(error),
            ] as [Cell]
        }
        return Answer(
            LocalizedText(persian: "ساعت نیم‌سال", english: "The clock of the half-year"),
            facts: [
                AnswerFact("next_instant", "نوبت بعدی", "Next", outcome.nextInstant.map(Cell.instant) ?? .empty)
            ],
            tables: [AnswerTable("steps", "گام‌ها", "Steps", columns, rows: taken + failed)])
    }
}
