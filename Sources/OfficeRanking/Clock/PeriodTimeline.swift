import Postgres
public import RankingRules

/// A half-year with its steps and acts, read at one moment.
public struct PeriodTimeline: Sendable {
    public let period: EvaluationPeriod
    /// The four steps in order.
    public let steps: [ScheduledStep]
    /// The obstacles to the next step; nil for accounts that may not read the facts of the whole country.
    public let obstacles: [StepObstacle]?
    /// The acts, oldest first.
    public let acts: [PeriodAct]
}

/// All half-years with their next steps, read at one moment.
public struct PeriodSchedule: Sendable {
    public let periods: [EvaluationPeriod]
    /// The next step of each half-year that is not published.
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
