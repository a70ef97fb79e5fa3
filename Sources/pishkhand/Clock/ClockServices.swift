import Foundation
import Logging
import OfficeRanking
import Postgres
import RankingRules
import ServiceLifecycle
import Web

/// What this daemon does by the clock: the steps of half-years, and telling the operator of them.
struct ClockServices {
    let configuration: ClockConfiguration
    let client: PostgresClient
    let logger: Logger
    /// What signs posted messages, as it is now.
    var hookSecret: @Sendable () -> String? = { nil }
    let watch = ClockWatch()

    /// The account of the clock acts, whoever set the days; it also forgets what is kept for a time only.
    var database: RankingDatabase {
        RankingDatabase(client: client, account: "clock", logger: logger)
    }

    /// Nil where this daemon has no clock.
    var clockService: ClockService? {
        guard configuration.isOn else { return nil }
        return ClockService(clock: PeriodClock(database), listener: listener, watch: watch)
    }

    /// Nil without a clock, and where nobody is told.
    var hookService: HookService? {
        guard configuration.isOn, let hook = hook() else { return nil }
        return HookService(delivery: OutboxDelivery(database, to: hook), listener: listener)
    }

    /// A clock that neither looks nor is at a step does nothing any more.
    var readinessChecks: [ReadinessCheck] {
        guard configuration.isOn else { return [] }
        let (watch, startedAt) = (watch, Date())
        return [
            ReadinessCheck("clock") {
                if watch.current.isAtWork(at: Date(), since: startedAt) { return nil }
                return LocalizedText(
                    persian: "ساعت دوره‌ها پنج دقیقه است که نگاه نکرده یا یک ساعت در یک گام مانده است.",
                    english: "The clock of the half-years is silent for five minutes, or at one step for an hour.")
            }
        ]
    }

    var gauges: @Sendable () async -> [Measure] {
        let (watch, isOn) = (watch, configuration.isOn)
        return {
            guard isOn else { return [] }
            let state = watch.current
            return [
                Measure(
                    "pishkhan_clock_last_look_seconds", "When the clock last looked.",
                    Int(state.lastLookAt?.timeIntervalSince1970 ?? 0)),
                Measure("pishkhan_clock_steps_taken", "Steps taken since the start.", state.stepsTaken),
                Measure("pishkhan_clock_steps_failed", "Attempts that failed since the start.", state.stepsFailed),
                Measure("pishkhan_clock_failed_looks", "Looks in a row without an answer.", state.failedLooks),
            ]
        }
    }

    /// Behind a pooler without a way past it, the clock looks at its longest pause instead of being woken.
    private var listener: PostgresClient? {
        client.configuration.pooler == .none || client.configuration.directConnectionString != nil ? client : nil
    }

    private func hook() -> (any Hook)? {
        if let program = configuration.hookCommand { return CommandHook(program: program) }
        return configuration.hookURL.map { URLHook(url: $0, secret: hookSecret) }
    }
}

/// What the operator chooses about the clock.
struct ClockConfiguration {
    var isOn = true
    var hookCommand: String?
    var hookURL: String?
}
