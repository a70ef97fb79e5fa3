package import OfficeRanking
import RankingRules
package import Tables
import Wording

/// The history of a half-year and its next steps.
package enum TimelineAnswer {
    package static func make(_ timeline: PeriodTimeline) -> Answer {
        var answer = PeriodAnswer.one(timeline.period)
        let obstacles = timeline.obstacles.map(ObstacleAnswer.table)
        answer.tables = [table(of: timeline.steps)] + [obstacles].compactMap(\.self) + [table(of: timeline.acts)]
        answer.notes = timeline.steps.compactMap(failure)
        return answer
    }

    /// Every half-year with its next step.
    package static func overview(_ schedule: PeriodSchedule) -> Answer {
        let (periods, steps) = (schedule.periods, schedule.nextSteps)
        let title = LocalizedText(persian: "دوره‌ها و گام بعدی هر یک", english: "Half-years and what comes next")
        let columns = [
            AnswerColumn(.period), AnswerColumn(.state),
            AnswerColumn(.nextStep), AnswerColumn(.dayOfStep),
            AnswerColumn(.dueAt), AnswerColumn(.standingOfStep),
            AnswerColumn(.errorCode, for: .programs),
        ]
        let next = Dictionary(steps.map { ($0.halfYear, $0) }) { first, _ in first }
        let rows = periods.map { period in
            let step = next[period.halfYear]
            return [
                .halfYear(period.halfYear), .word(Words.of(period.state)), .optional(step.map { Words.of($0.step) }),
                .optional(step?.dueOn), (step?.dueAt).map(Cell.instant) ?? .empty,
                .optional(step.map(Words.standing)), .optional(step?.failure?.code),
            ] as [Cell]
        }
        var answer = Answer(
            title, isSample: periods.contains(where: \.isSample),
            tables: [AnswerTable("periods", title, columns, rows: rows)])
        answer.notes = steps.compactMap(failure)
        return answer
    }

    private static func failure(of step: ScheduledStep) -> LocalizedText? {
        guard let failure = step.failure else { return nil }
        let attempts = Digits.persian(String(failure.attempts))
        let period = Cell.halfYear(step.halfYear).text(in: .persian)
        let (persian, english) = (Words.of(step.step).text(in: .persian), Words.of(step.step).text(in: .english))
        return LocalizedText(
            persian: "«\(persian)» در \(period) پس از \(attempts) کوشش انجام نشده است: \(failure.message.persian)",
            english: "“\(english)” in \(step.halfYear), attempts \(failure.attempts): \(failure.message.english)")
    }

    private static func table(of steps: [ScheduledStep]) -> AnswerTable {
        let columns = [
            AnswerColumn(.step), AnswerColumn(.dayOfStep),
            AnswerColumn(.dueAt), AnswerColumn(.standing),
            AnswerColumn(.takenAt, for: .peopleWhenFilled),
            AnswerColumn(.attempts, .number, for: .programs),
            AnswerColumn(.failedAt, for: .programs),
            AnswerColumn(.errorCode, for: .programs),
            AnswerColumn(.error, for: .programs),
        ]
        let rows = steps.map { step in
            [
                .word(Words.of(step.step)), .optional(step.dueOn), step.dueAt.map(Cell.instant) ?? .empty,
                .word(Words.standing(of: step)), step.takenAt.map(Cell.instant) ?? .empty,
                .optional(step.failure?.attempts),
                (step.failure?.failedAt).map(Cell.instant) ?? .empty, .optional(step.failure?.code),
                (step.failure?.message).map(Cell.localized) ?? .empty,
            ] as [Cell]
        }
        return AnswerTable(.steps, columns, rows: rows)
    }

    private static func table(of acts: [PeriodAct]) -> AnswerTable {
        let columns = [
            AnswerColumn(.recordedAt), AnswerColumn(.kindOfAct),
            AnswerColumn(.actor), AnswerColumn(.reason, for: .peopleWhenFilled),
            AnswerColumn(.id, .number, for: .programs),
        ]
        let rows = acts.map { act in
            [
                .instant(act.recordedAt), .word(Words.ofPeriodAct(act.kind)), .optional(act.actor),
                .optional(act.reason),
                .integer(act.id),
            ] as [Cell]
        }
        return AnswerTable(.actsOfPeriod, columns, rows: rows)
    }
}
