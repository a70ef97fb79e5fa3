package import OfficeRanking
import RankingRules

/// What happened to a half-year and what comes next.
package enum TimelineAnswer {
    package static func make(_ timeline: PeriodTimeline) -> Answer {
        var answer = PeriodAnswer.one(timeline.period)
        let obstacles = timeline.obstacles.map(ObstacleAnswer.table)
        answer.tables = [table(of: timeline.steps)] + [obstacles].compactMap(\.self) + [table(of: timeline.acts)]
        answer.notes = timeline.steps.compactMap(failure)
        return answer
    }

    /// Every half-year with what comes next.
    package static func overview(_ schedule: PeriodSchedule) -> Answer {
        let (periods, steps) = (schedule.periods, schedule.nextSteps)
        let title = LocalizedText(persian: "دوره‌ها و گام بعدی هر یک", english: "Half-years and what comes next")
        let columns = [
            AnswerColumn("period", "دوره", "Period"), AnswerColumn("state", "وضعیت", "State"),
            AnswerColumn("step", "گام بعدی", "Next step"), AnswerColumn("due_on", "روز", "Day"),
            AnswerColumn("due_at", "لحظه", "Instant"), AnswerColumn("standing", "وضعیت گام", "Standing"),
            AnswerColumn("error_code", "کد خطا", "Error code", for: .programs),
        ]
        let next = Dictionary(steps.map { ($0.halfYear, $0) }) { first, _ in first }
        let rows = periods.map { period in
            let step = next[period.halfYear]
            return [
                .halfYear(period.halfYear), Words.of(period.state), step.map { Words.of($0.step) } ?? .empty,
                .optional(step?.dueOn), (step?.dueAt).map(Cell.instant) ?? .empty,
                step.map(Words.standing) ?? .empty, .optional(step?.failure?.code),
            ] as [Cell]
        }
        var answer = Answer(
            title, isSample: periods.contains(where: \.isSample),
            tables: [AnswerTable("periods", title.persian, title.english, columns, rows: rows)])
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
            AnswerColumn("step", "گام", "Step"), AnswerColumn("due_on", "روز", "Day"),
            AnswerColumn("due_at", "لحظه", "Instant"), AnswerColumn("standing", "وضعیت", "Standing"),
            AnswerColumn("taken_at", "انجام شد در", "Taken at", for: .peopleWhenFilled),
            AnswerColumn("attempts", "کوشش‌ها", "Attempts", .number, for: .programs),
            AnswerColumn("failed_at", "آخرین شکست", "Failed at", for: .programs),
            AnswerColumn("error_code", "کد خطا", "Error code", for: .programs),
            AnswerColumn("error", "خطا", "Error", for: .programs),
        ]
        let rows = steps.map { step in
            [
                Words.of(step.step), .optional(step.dueOn), step.dueAt.map(Cell.instant) ?? .empty,
                Words.standing(of: step), step.takenAt.map(Cell.instant) ?? .empty, .optional(step.failure?.attempts),
                (step.failure?.failedAt).map(Cell.instant) ?? .empty, .optional(step.failure?.code),
                (step.failure?.message).map(Cell.localized) ?? .empty,
            ] as [Cell]
        }
        return AnswerTable("steps", "گام‌ها", "Steps", columns, rows: rows)
    }

    private static func table(of acts: [PeriodAct]) -> AnswerTable {
        let columns = [
            AnswerColumn("recorded_at", "زمان", "Recorded at"), AnswerColumn("kind", "کار", "Act"),
            AnswerColumn("actor", "حساب", "Account"), AnswerColumn("reason", "دلیل", "Reason", for: .peopleWhenFilled),
            AnswerColumn("id", "شماره", "Number", .number, for: .programs),
        ]
        let rows = acts.map { act in
            [
                .instant(act.recordedAt), Words.ofPeriodAct(act.kind), .optional(act.actor), .optional(act.reason),
                .integer(act.id),
            ] as [Cell]
        }
        return AnswerTable("acts", "سابقه", "Record", columns, rows: rows)
    }
}
