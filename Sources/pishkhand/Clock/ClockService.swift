import OfficeRanking
import Postgres
import ServiceLifecycle

/// The clock of the half-year as a service of the daemon. At shutdown a step under way is rolled back; the next look, of
/// this daemon or another, takes it.
struct ClockService: ServiceLifecycle.Service {
    let clock: PeriodClock
    /// Of an address that is not behind a transaction pooler.
    var listener: PostgresClient?
    var longestPause: Duration = .seconds(30)
    var watch = ClockWatch()

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await clock.run(listener: listener, longestPause: longestPause, watch: watch)
        }
    }
}
