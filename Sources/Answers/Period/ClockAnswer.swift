package import OfficeRanking
import RankingRules
package import Tables
import Wording

/// The result of one look at the clock.
package enum ClockAnswer {
    package static func make(_ outcome: PeriodClock.Outcome) -> Answer {
        let columns = [
            AnswerColumn(.period), AnswerColumn(.step),
            AnswerColumn(.standing),
            AnswerColumn(.error, for: .peopleWhenFilled),
        ]
        let taken = outcome.taken.map { step in
            [.halfYear(step.halfYear), .word(Words.of(step.step)), .word(Words.taken), .empty] as [Cell]
        }
        let failed = outcome.failed.map { step in
            let error = LocalizedText(
                persian: step.error.message(in: .persian), english: step.error.message(in: .english))
            return [
                .halfYear(step.halfYear), .word(Words.of(step.step)), .word(Words.failing),
                .localized(error),
            ] as [Cell]
        }
        return Answer(
            LocalizedText(persian: "ساعت دوره‌ها", english: "The clock of the half-years"),
            facts: [
                AnswerFact(.nextInstant, outcome.nextInstant.map(Cell.instant) ?? .empty)
            ],
            tables: [AnswerTable(.steps, columns, rows: taken + failed)])
    }
}
