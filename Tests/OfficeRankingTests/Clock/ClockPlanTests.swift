import Foundation
import OfficeRanking
import RankingRules
import Testing

@Suite("What the clock decides")
struct ClockPlanTests {
    private let now = instant("2021-10-17T20:30:00Z")

    @Test("a step is due from its first instant on, not a millisecond earlier")
    func boundary() {
        for (offset, count) in [(-0.001, 0), (0, 1), (0.001, 1)] {
            let plan = ClockPlan(steps: [step("1400-H1", .closes, at: 0)])
            #expect(plan.dueSteps(at: now.addingTimeInterval(offset)).count == count)
        }
    }

    @Test("missed steps come oldest first, whatever their half-year")
    func order() {
        let plan = ClockPlan(steps: [
            step("1399-H2", .publishes, at: -10), step("1400-H1", .closes, at: -300), step("1400-H2", .opens, at: -10),
            step("1401-H1", .opens, at: 5),
        ])
        #expect(plan.dueSteps(at: now).map(\.halfYear.description) == ["1400-H1", "1399-H2", "1400-H2"])
        #expect(plan.nextInstant(after: now) == now.addingTimeInterval(5))
    }

    @Test("a failed step waits for its next attempt, and the others do not wait for it")
    func failed() {
        let failure = StepFailure(
            attempts: 1, failedAt: now, nextAttemptAt: now.addingTimeInterval(60), code: "x",
            message: LocalizedText(persian: "x", english: "x"))
        let plan = ClockPlan(steps: [
            step("1400-H1", .ranks, at: -500, failure), step("1400-H2", .opens, at: -10),
        ])
        #expect(plan.dueSteps(at: now).map(\.step) == [.opens])
        #expect(plan.dueSteps(at: now.addingTimeInterval(60)).map(\.step) == [.ranks, .opens])
        #expect(plan.nextInstant(after: now) == now.addingTimeInterval(60))
    }

    @Test("a half-year waits for the due steps of an earlier one before it is published, unless they are refused")
    func publishedInOrder() {
        func due(_ code: String?) -> [String] {
            let failure = code.map {
                StepFailure(
                    attempts: 1, failedAt: now, nextAttemptAt: now.addingTimeInterval(60), code: $0,
                    message: LocalizedText(persian: "x", english: "x"))
            }
            let steps = [step("1400-H1", .ranks, at: -5, failure), step("1400-H2", .publishes, at: -10)]
            return ClockPlan(steps: steps).dueSteps(at: now).map { "\($0.halfYear) \($0.step)" }
        }
        #expect(due(nil) == ["1400-H1 ranks"])
        #expect(due("step_waits").isEmpty)
        #expect(due("step_has_obstacles") == ["1400-H2 publishes"])
        let early = ClockPlan(steps: [step("1400-H1", .ranks, at: 0.001), step("1400-H2", .publishes, at: 0)])
        #expect(early.dueSteps(at: now).map(\.step) == [.publishes])
    }

    @Test("a step without a day, or after one that is still to come, is not due")
    func notNext() {
        let plan = ClockPlan(steps: [
            ScheduledStep(halfYear: halfYear("1400-H1"), step: .ranks, dueOn: nil, dueAt: nil, isNext: true),
            ScheduledStep(halfYear: halfYear("1400-H1"), step: .publishes, dueOn: nil, dueAt: now, isNext: false),
        ])
        #expect(plan.dueSteps(at: now).isEmpty)
        #expect(plan.nextInstant(after: now) == nil)
    }

    @Test("of several missed reminders only the latest is due, and none after the closing day")
    func reminders() {
        let reminders = [7, 3, 1].map { days in
            ClosingReminder(
                halfYear: halfYear("1400-H1"), daysBefore: days,
                remindAt: now.addingTimeInterval(-86_400 * Double(days)), closesOn: day("1400-07-26"),
                closesAt: now.addingTimeInterval(86_400))
        }
        let plan = ClockPlan(steps: [], reminders: reminders)
        #expect(plan.dueReminders(at: now).map(\.daysBefore) == [1])
        #expect(plan.dueReminders(at: now.addingTimeInterval(86_400)).isEmpty)
    }

    private func step(
        _ period: String, _ step: PeriodStep, at offset: Double, _ failure: StepFailure? = nil
    ) -> ScheduledStep {
        ScheduledStep(
            halfYear: halfYear(period), step: step, dueOn: day("1400-07-25"), dueAt: now.addingTimeInterval(offset),
            isNext: true, failure: failure)
    }
}
