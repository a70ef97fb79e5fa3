public import Foundation
public import RankingRules

/// What the clock of the half-year has before it: decided here, done by `PeriodClock`.
public struct ClockPlan: Sendable {
    /// The next step of each half-year.
    public let steps: [ScheduledStep]
    public let reminders: [ClosingReminder]

    public init(steps: [ScheduledStep], reminders: [ClosingReminder] = []) {
        (self.steps, self.reminders) = (steps, reminders)
    }

    /// What is to be taken at an instant, oldest first, so that missed steps are caught up in their order. A step that
    /// failed waits for its next attempt; other half-years go on meanwhile. But none is published before an earlier one
    /// that only waits for its turn: the earlier one could never be published after it.
    public func dueSteps(at now: Date) -> [ScheduledStep] {
        let earliest = steps.filter { $0.isNext && !$0.isRefused && ($0.dueAt.map { $0 <= now } ?? false) }
            .map(\.halfYear).min()
        return steps.filter { $0.isNext && ($0.attemptAt.map { $0 <= now } ?? false) }
            .filter { step in step.step != .publishes || earliest.map { step.halfYear <= $0 } ?? true }
            .sorted { ($0.dueAt ?? .distantFuture, $0.halfYear) < ($1.dueAt ?? .distantFuture, $1.halfYear) }
    }

    /// Of each half-year the latest reminder that has come: what was missed before it is said by it.
    public func dueReminders(at now: Date) -> [ClosingReminder] {
        let due = reminders.filter { $0.remindAt <= now && now < $0.closesAt }
        return Dictionary(grouping: due, by: \.halfYear).values
            .compactMap { $0.max { $0.remindAt < $1.remindAt } }
            .sorted { $0.halfYear < $1.halfYear }
    }

    /// The first instant after `now` at which something is due.
    public func nextInstant(after now: Date) -> Date? {
        (steps.filter(\.isNext).compactMap(\.attemptAt) + reminders.map(\.remindAt)).filter { $0 > now }.min()
    }
}

/// That a half-year closes soon.
public struct ClosingReminder: Sendable, Hashable {
    public let halfYear: HalfYear
    public let daysBefore: Int
    public let remindAt: Date
    public let closesOn: Day
    public let closesAt: Date

    public init(halfYear: HalfYear, daysBefore: Int, remindAt: Date, closesOn: Day, closesAt: Date) {
        (self.halfYear, self.daysBefore, self.remindAt) = (halfYear, daysBefore, remindAt)
        (self.closesOn, self.closesAt) = (closesOn, closesAt)
    }
}

extension ScheduledStep {
    /// Refused until somebody does something, as opposed to a step that waits for others.
    fileprivate var isRefused: Bool {
        failure.map { $0.code != RankingError.Code.stepWaits.rawValue } ?? false
    }

    /// When it may be tried: at its instant, and after a failure not before the next attempt.
    fileprivate var attemptAt: Date? {
        dueAt.map { max($0, failure?.nextAttemptAt ?? $0) }
    }
}
