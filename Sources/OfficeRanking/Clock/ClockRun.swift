public import Foundation
import Logging
public import Postgres
import Synchronization

extension PeriodClock {
    /// Looks at the clock until the task is cancelled. It may be cancelled or killed at any time: a step that was not
    /// finished is rolled back, and the next look takes it.
    /// - Parameters:
    ///   - listener: a client that connects without a transaction pooler. It wakes the clock when days change.
    ///   - longestPause: the longest time between two looks.
    public func run(
        listener: PostgresClient? = nil, longestPause: Duration = .seconds(30),
        watch: ClockWatch = ClockWatch()
    ) async {
        let loop = WakingLoop(
            channel: "pishkhan_clock", listener: listener, longestPause: longestPause, logger: database.logger)
        await loop.run {
            do {
                let outcome = try await look(watch: watch)
                watch.looked(outcome)
                guard let next = outcome.nextInstant, let lookedAt = outcome.lookedAt else { return nil }
                return .milliseconds(Int((next.timeIntervalSince(lookedAt) * 1_000).rounded(.up)))
            } catch {
                watch.failed()
                throw error
            }
        }
    }
}

/// What the clock did last, for readiness and metrics.
public final class ClockWatch: Sendable {
    private let state = Mutex(State())

    /// Since the daemon started.
    public struct State: Sendable {
        /// When the clock last looked without an error, by this machine's clock.
        public internal(set) var lastLookAt: Date?
        /// When the current step began; nil between steps.
        public internal(set) var stepBeganAt: Date?
        /// When a step last ended, whether it was taken or not.
        public internal(set) var lastStepAt: Date?
        public internal(set) var stepsTaken = 0
        public internal(set) var stepsFailed = 0
        /// Failed looks in a row, because the database did not answer.
        public internal(set) var failedLooks = 0

        /// Whether the clock works. It looks at least twice a minute, so five minutes without a look are allowed, and
        /// an hour for a step such as a run of the whole country.
        public func isAtWork(at now: Date, since start: Date) -> Bool {
            if let stepBeganAt { return now.timeIntervalSince(stepBeganAt) <= 3_600 }
            let last = [lastLookAt, lastStepAt].compactMap(\.self).max() ?? start
            return now.timeIntervalSince(last) <= 300
        }
    }

    public init() {}

    public var current: State {
        state.withLock { $0 }
    }

    func stepBegan(at now: Date = Date()) {
        state.withLock { $0.stepBeganAt = now }
    }

    func stepEnded(at now: Date = Date()) {
        state.withLock { ($0.stepBeganAt, $0.lastStepAt) = (nil, now) }
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
