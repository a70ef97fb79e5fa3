public import Foundation
import Logging
import Postgres
public import RankingRules

/// The clock of the half-years. It takes each due step once, however many clocks run on one database.
///
/// Each step is one transaction. It first locks its period and checks that the step is still due.
public struct PeriodClock: Sendable {
    let database: RankingDatabase
    private let timeout: Duration
    private let tellsAfter: Duration

    /// Acts as the account of `database`, which must be national. A step that waits for other acts, such as a close for
    /// running imports, is left for the next look after `timeout`, so that other half-years go on. A step that is due
    /// for longer than `tellsAfter` and still waits counts as failed, and the operator is told.
    public init(
        _ database: RankingDatabase, timeout: Duration = .seconds(10), tellsAfter: Duration = .seconds(300)
    ) {
        (self.database, self.timeout, self.tellsAfter) = (database, timeout, tellsAfter)
    }

    /// The result of one look at the clock.
    public struct Outcome: Sendable, Equatable {
        public var taken: [Taken] = []
        public var failed: [Failed] = []
        /// When the clock looked last, by the database's clock.
        public var lookedAt: Date?
        /// The next instant at which a step or reminder is due.
        public var nextInstant: Date?

        public struct Taken: Sendable, Hashable {
            public let halfYear: HalfYear
            public let step: PeriodStep
        }

        public struct Failed: Sendable, Equatable {
            public let halfYear: HalfYear
            public let step: PeriodStep
            public let error: RankingError
        }
    }

    /// Takes the due steps by the database's clock, oldest first, and the steps that become due by them; then sends
    /// reminders of closing days. The watch learns when each step begins and ends. Fails without the `keep_clock`
    /// permission even when nothing is due.
    public func look(watch: ClockWatch? = nil) async throws -> Outcome {
        try await database.act { try await $0.query("select ranking.begin_look()") }
        var outcome = Outcome()
        var refused: Set<Outcome.Taken> = []
        while true {
            let plan = try await plan()
            let now = try await database.currentInstant()
            let due = plan.dueSteps(at: now).first { !refused.contains(.init(halfYear: $0.halfYear, step: $0.step)) }
            guard let due else {
                for reminder in plan.dueReminders(at: now) { try await remind(reminder) }
                outcome.lookedAt = now
                outcome.nextInstant = plan.nextInstant(after: now)
                return outcome
            }
            let name = Outcome.Taken(halfYear: due.halfYear, step: due.step)
            watch?.stepBegan()
            defer { watch?.stepEnded() }
            do {
                if try await take(due) { outcome.taken.append(name) } else { refused.insert(name) }
            } catch let thrown where !(thrown is CancellationError) {
                // The text of an unexpected error is not kept. Other half-years go on.
                let error = thrown as? RankingError ?? .failed("internal")
                guard error.tellsOfTheStep else { throw error }
                refused.insert(name)
                if error.code == .stepWaits, !isLate(due, at: now) { continue }
                outcome.failed.append(.init(halfYear: due.halfYear, step: due.step, error: error))
                try await record(error, of: due)
            }
        }
    }

    public func plan() async throws -> ClockPlan {
        try await database.read { connection in
            ClockPlan(
                steps: try await connection.steps(where: "is_next and due_at is not null"),
                reminders: try await connection.closingReminders())
        }
    }

    private func isLate(_ step: ScheduledStep, at now: Date) -> Bool {
        guard let dueAt = step.dueAt else { return false }
        return .seconds(now.timeIntervalSince(dueAt)) >= tellsAfter
    }

    /// False if another clock or a person has taken the step.
    private func take(_ due: ScheduledStep) async throws -> Bool {
        do {
            return try await database.act { connection in
                let (halfYear, step) = (due.halfYear.description, due.step.rawValue)
                try await connection.query("select set_config('lock_timeout', \(timeout.wholeMilliseconds), true)")
                let isOurs = try await connection.query("select ranking.begin_step(\(halfYear), \(step))")
                guard try isOurs[0].decode(Bool.self) else { return false }
                // Another act may have given the period another scheme meanwhile.
                let asked: PostgresQuery = "half_year = \(halfYear) and step = \(step)"
                guard let locked = try await connection.steps(where: asked).first else { return false }
                try await connection.take(locked)
                try await connection.putMessage(.stepTaken(locked))
                await TestPoint.stepBeforeCommit.reach()
                return true
            }
        } catch let error as RankingError where error.code == .anotherRunIsUnderWay {
            return false
        } catch let error as RankingError where error.endsByItself {
            throw RankingError.stepWaits(step: due.step.rawValue)
        }
    }

    private func record(_ error: RankingError, of due: ScheduledStep) async throws {
        database.logger.error(
            "a due step of the half-year could not be taken",
            metadata: ["period": "\(due.halfYear)", "step": "\(due.step)", "code": "\(error.code.rawValue)"])
        let (persian, english) = (error.message(in: .persian), error.message(in: .english))
        let keep: PostgresQuery = error.code == .stepWaits ? "wait_step" : "fail_step"
        try await database.act { connection in
            let isToBeTold = try await connection.query(
                """
                select ranking.\(keep)(\(due.halfYear.description), \(due.step.rawValue),
                    \(error.code.rawValue), \(persian), \(english))
                """)
            guard try isToBeTold[0].decode(Bool.self) else { return }
            let reason = LocalizedText(persian: persian, english: english)
            try await connection.putMessage(.stepFailed(due, code: error.code.rawValue, reason))
        }
    }

    /// Sends a reminder. If another act holds the period now, the next look sends it.
    private func remind(_ reminder: ClosingReminder) async throws {
        do {
            try await makeReminder(reminder)
        } catch let error as RankingError where error.endsByItself {
            database.logger.notice("a reminder waits", metadata: ["period": "\(reminder.halfYear)"])
        }
    }

    private func makeReminder(_ reminder: ClosingReminder) async throws {
        try await database.act { connection in
            try await connection.query("select set_config('lock_timeout', \(timeout.wholeMilliseconds), true)")
            let isOurs = try await connection.query(
                "select ranking.begin_reminder(\(reminder.halfYear.description))")
            guard try isOurs[0].decode(Bool.self) else { return }
            try await connection.putMessage(.closingSoon(reminder))
        }
    }
}

extension RankingError {
    /// True for a refusal that stays until a person acts, false for a database that is away for a while.
    fileprivate var tellsOfTheStep: Bool {
        kind != .unavailable && kind != .busy
    }

    /// True if other acts hold the rows that the step needs.
    fileprivate var endsByItself: Bool {
        code == .conflict || code == .othersAreUnderWay
    }
}

extension RankingDatabase {
    /// The database's own clock, the same for every daemon.
    func currentInstant() async throws -> Date {
        try await read { try await $0.query("select registry.current_instant()")[0].decode(Date.self) }
    }
}

extension PostgresConnection {
    fileprivate func take(_ due: ScheduledStep) async throws {
        let halfYear = due.halfYear.description
        switch due.step {
        case .opens:
            guard let scheme = due.scheme else { throw RankingError.constraintViolated("opening_day_has_a_scheme") }
            try await query("select ranking.open_period(\(halfYear), \(scheme.code), \(scheme.version))")
        case .closes:
            try await withoutStatementTimeout()
            try await query("select ranking.close_period(\(halfYear))")
        case .ranks:
            try await rank(due.halfYear)
        case .publishes:
            try await publish(due.halfYear)
        }
    }

    fileprivate func closingReminders() async throws -> [ClosingReminder] {
        try await query("select half_year, before, remind_at, closes_on, closes_at from ranking.closing_reminder").map {
            ClosingReminder(
                halfYear: try $0["half_year"], daysBefore: try $0["before"], remindAt: try $0["remind_at"],
                closesOn: try $0["closes_on"], closesAt: try $0["closes_at"])
        }
    }
}
