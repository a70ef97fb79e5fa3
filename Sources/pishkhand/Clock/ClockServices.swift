import Foundation
import Logging
import OfficeRanking
import Postgres
import RankingRules
import ServiceLifecycle
import Web

/// The daemon's services of the clock: the steps of half-years, and messages about them to the operator.
struct ClockServices {
    let configuration: ClockConfiguration
    let client: PostgresClient
    let logger: Logger
    /// The present key that signs posted messages.
    var hookSecret: @Sendable () -> String? = { nil }
    let watch = ClockWatch()

    /// The database as the account of the clock, which acts whoever set the days, and also removes what is stored for a
    /// limited time.
    var database: RankingDatabase {
        RankingDatabase(client: client, account: "clock", logger: logger)
    }

    /// Nil if this daemon has no clock.
    var clockService: ClockService? {
        guard configuration.isOn else { return nil }
        return ClockService(clock: PeriodClock(database), listener: listener, watch: watch)
    }

    /// Nil without a clock or without a hook.
    var hookService: HookService? {
        guard configuration.isOn, let hook = hook() else { return nil }
        return HookService(delivery: OutboxDelivery(database, to: hook), listener: listener)
    }

    /// Fails if the clock neither looks nor is taking a step.
    var readinessChecks: [ReadinessCheck] {
        guard configuration.isOn else { return [] }
        let (watch, startedAt) = (watch, Date())
        return [
            ReadinessCheck("clock") {
                if watch.current.isAtWork(at: Date(), since: startedAt) { return nil }
                return LocalizedText(
                    persian: "ساعت دوره‌ها پنج دقیقه است که نگاه نکرده یا یک ساعت در یک گام مانده است.",
                    english:
                        "The clock has not looked for five minutes, or has been at one step for an hour."
                )
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

    /// Nil behind a pooler without a direct address; then the clock looks at its longest pause instead of being woken.
    private var listener: PostgresClient? {
        client.configuration.pooler == .none || client.configuration.directConnectionString != nil ? client : nil
    }

    private func hook() -> (any Hook)? {
        if let program = configuration.hookCommand { return CommandHook(program: program) }
        return configuration.hookURL.map { URLHook(url: $0, secret: hookSecret) }
    }
}

/// The operator's settings of the clock.
struct ClockConfiguration {
    var isOn = true
    var hookCommand: String?
    var hookURL: String?
}
