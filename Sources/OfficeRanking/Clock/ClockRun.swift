public import Foundation
import Logging
public import Postgres
import Synchronization

extension PeriodClock {
    /// Looks until it is cancelled. It may be cancelled or killed at any time: a step half taken is not taken, and the
    /// next look takes it.
    /// - Parameters:
    ///   - listener: a client whose address is not behind a transaction pooler, to be woken by changed days.
    ///   - longestPause: how long it sleeps at most.
    ///   - now: stands in for the database's own clock.
    public func run(
        listener: PostgresClient? = nil, longestPause: Duration = .seconds(30), now: Date? = nil,
        watch: ClockWatch = ClockWatch()
    ) async {
        let loop = WakingLoop(
            channel: "pishkhan_clock", listener: listener, longestPause: longestPause, logger: database.logger)
        await loop.run {
            do {
                let instant = if let now { now } else { try await database.currentInstant() }
                let outcome = try await look(at: instant)
                watch.looked(outcome)
                guard let next = outcome.nextInstant else { return nil }
                return .milliseconds(Int((next.timeIntervalSince(instant) * 1_000).rounded(.up)))
            } catch {
                watch.failed()
                throw error
            }
        }
    }
}

/// What the clock did last, for readiness and figures of operation.
public final class ClockWatch: Sendable {
    private let state = Mutex(State())

    /// Since the daemon started.
    public struct State: Sendable {
        /// When it last looked without an error, by this machine's clock.
        public internal(set) var lastLookAt: Date?
        public internal(set) var stepsTaken = 0
        public internal(set) var stepsFailed = 0
        /// Looks in a row that the database did not answer.
        public internal(set) var failedLooks = 0
    }

    public init() {}

    public var current: State {
        state.withLock { $0 }
    }

    func looked(_ outcome: PeriodClock.Outcome) {
        state.withLock {
            $0.lastLookAt = Date()
            $0.failedLooks = 0
            $0.stepsTaken += outcome.taken.count
            $0.stepsFailed += outcome.failed.count
        }
    }

    func failed() {
        state.withLock { $0.failedLooks += 1 }
    }
}
