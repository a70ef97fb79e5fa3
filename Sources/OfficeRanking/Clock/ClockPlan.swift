public import Foundation
public import RankingRules

/// The steps and reminders that the clock has to take. This type decides, `PeriodClock` acts.
public struct ClockPlan: Sendable {
    /// The next step of each half-year.
    public let steps: [ScheduledStep]
    public let reminders: [ClosingReminder]

    public init(steps: [ScheduledStep], reminders: [ClosingReminder] = []) {
        (self.steps, self.reminders) = (steps, reminders)
    }

    /// The steps to take at an instant, oldest first, so that missed steps are caught up in order. A failed step waits
    /// for its next attempt, and other half-years go on meanwhile. But no half-year is published before an earlier one
    /// that only waits for its turn: the earlier one could never be published after it.
    public func dueSteps(at now: Date) -> [ScheduledStep] {
        let earliest = steps.filter { $0.isNext && !$0.isRefused && ($0.dueAt.map { $0 <= now } ?? false) }
            .map(\.halfYear).min()
        return steps.filter { $0.isNext && ($0.attemptAt.map { $0 <= now } ?? false) }
            .filter { step in step.step != .publishes || earliest.map { step.halfYear <= $0 } ?? true }
            .sorted { ($0.dueAt ?? .distantFuture, $0.halfYear) < ($1.dueAt ?? .distantFuture, $1.halfYear) }
    }

    /// The latest due reminder of each half-year. It replaces the reminders that were missed before it.
    public func dueReminders(at now: Date) -> [ClosingReminder] {
        let due = reminders.filter { $0.remindAt <= now && now < $0.closesAt }
        return Dictionary(grouping: due, by: \.halfYear).values
            .compactMap { $0.max { $0.remindAt < $1.remindAt } }
            .sorted { $0.halfYear < $1.halfYear }
    }

    /// The first instant after `now` at which a step or reminder is due.
    public func nextInstant(after now: Date) -> Date? {
        (steps.filter(\.isNext).compactMap(\.attemptAt) + reminders.map(\.remindAt)).filter { $0 > now }.min()
    }
}

/// A reminder that a half-year closes soon.
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
    /// True if the step was refused and a person must act; false if it only waits for other acts.
    fileprivate var isRefused: Bool {
        failure.map { $0.code != RankingError.Code.stepWaits.rawValue } ?? false
    }

    /// The earliest instant of an attempt: the step's own, or after a failure that of the next attempt.
    fileprivate var attemptAt: Date? {
        dueAt.map { max($0, failure?.nextAttemptAt ?? $0) }
    }
}
