import Postgres
public import RankingRules

/// A half-year with its steps and what was done to it, as they stood at one moment.
public struct PeriodTimeline: Sendable {
    public let period: EvaluationPeriod
    /// The four steps in their order.
    public let steps: [ScheduledStep]
    /// What stands against the step that comes next; nil for accounts that do not read the facts of the whole country.
    public let obstacles: [StepObstacle]?
    /// Oldest first.
    public let acts: [PeriodAct]
}

/// All half-years with the step that each comes to next, as they stood at one moment.
public struct PeriodSchedule: Sendable {
    public let periods: [EvaluationPeriod]
    /// None for a published one.
    public let nextSteps: [ScheduledStep]
}

extension RankingDatabase {
    public func timeline(of halfYear: HalfYear) async throws -> PeriodTimeline {
        try await read { connection in
            PeriodTimeline(
                period: try await connection.period(halfYear),
                steps: try await connection.steps(where: "half_year = \(halfYear.description)"),
                obstacles: try await connection.visibleObstacles(of: halfYear),
                acts: try await connection.acts(of: halfYear))
        }
    }

    public func schedule() async throws -> PeriodSchedule {
        try await read { connection in
            PeriodSchedule(
                periods: try await connection.periods(where: "true"),
                nextSteps: try await connection.steps(where: "is_next"))
        }
    }
}
