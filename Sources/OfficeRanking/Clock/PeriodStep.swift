public import Foundation
import Postgres
public import RankingRules

/// A step that the clock takes on its day.
public enum PeriodStep: String, Sendable, CaseIterable {
    case opens
    case closes
    case ranks
    case publishes
}

/// A step of a half-year: its day and its state.
public struct ScheduledStep: Sendable, Hashable {
    public let halfYear: HalfYear
    public let step: PeriodStep
    /// The step's day; nil if a person must take the step or set its day.
    public let dueOn: Day?
    /// The first instant at which the step may be taken. A period closes when the day after its closing day begins.
    public let dueAt: Date?
    /// True for the next step of the period.
    public let isNext: Bool
    /// When the clock or a person took the step; nil if it is still to come.
    public let takenAt: Date?
    /// The scheme with which the period is to be opened.
    public let scheme: SchemeVersion?
    public let failure: StepFailure?

    public init(
        halfYear: HalfYear, step: PeriodStep, dueOn: Day?, dueAt: Date?, isNext: Bool, takenAt: Date? = nil,
        scheme: SchemeVersion? = nil, failure: StepFailure? = nil
    ) {
        (self.halfYear, self.step, self.dueOn, self.dueAt) = (halfYear, step, dueOn, dueAt)
        (self.isNext, self.takenAt, self.scheme, self.failure) = (isNext, takenAt, scheme, failure)
    }
}

/// Why a due step was not taken.
public struct StepFailure: Sendable, Hashable {
    public let attempts: Int
    public let failedAt: Date
    public let nextAttemptAt: Date
    /// The stable code of the refusal.
    public let code: String
    public let message: LocalizedText

    public init(attempts: Int, failedAt: Date, nextAttemptAt: Date, code: String, message: LocalizedText) {
        (self.attempts, self.failedAt, self.nextAttemptAt) = (attempts, failedAt, nextAttemptAt)
        (self.code, self.message) = (code, message)
    }
}

extension RankingDatabase {
    /// The four steps of a half-year in order.
    public func steps(of halfYear: HalfYear) async throws -> [ScheduledStep] {
        try await read { connection in
            let steps = try await connection.steps(where: "half_year = \(halfYear.description)")
            guard !steps.isEmpty else { throw RankingError.unknownPeriod(halfYear.description) }
            return steps
        }
    }

    /// The next step of each half-year that is not published.
    public func nextSteps() async throws -> [ScheduledStep] {
        try await read { try await $0.steps(where: "is_next") }
    }

    /// Steps of all half-years that were due and could not be taken.
    public func failedSteps() async throws -> [ScheduledStep] {
        try await read { try await $0.steps(where: "is_next and attempts is not null") }
    }
}

extension PostgresConnection {
    func steps(where condition: PostgresQuery) async throws -> [ScheduledStep] {
        try await query("select * from ranking.period_step where \(condition) order by half_year, position")
            .map(ScheduledStep.init)
    }
}

extension ScheduledStep {
    fileprivate init(row: PostgresRow) throws {
        let scheme: (code: String?, version: Int?) = try (row["scheme_code"], row["scheme_version"])
        self.init(
            halfYear: try row["half_year"], step: try row["step"], dueOn: try row["due_on"], dueAt: try row["due_at"],
            isNext: try row["is_next"], takenAt: try row["taken_at"],
            scheme: scheme.code.map { SchemeVersion(code: $0, version: scheme.version ?? 0) },
            failure: try StepFailure(row: row))
    }
}

extension StepFailure {
    fileprivate init?(row: PostgresRow) throws {
        guard let attempts: Int = try row["attempts"] else { return nil }
        self.init(
            attempts: attempts, failedAt: try row["failed_at"], nextAttemptAt: try row["next_attempt_at"],
            code: try row["error_code"],
            message: LocalizedText(persian: try row["message_fa"], english: try row["message_en"]))
    }
}
