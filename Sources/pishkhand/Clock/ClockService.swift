import OfficeRanking
import Postgres
import ServiceLifecycle

/// The clock of the half-years as a service of the daemon. At shutdown a step that is not finished is rolled back; the
/// next look, of this daemon or another, takes it.
struct ClockService: ServiceLifecycle.Service {
    let clock: PeriodClock
    /// A client with a direct address, not behind a transaction pooler.
    var listener: PostgresClient?
    var longestPause: Duration = .seconds(30)
    var watch = ClockWatch()

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await clock.run(listener: listener, longestPause: longestPause, watch: watch)
        }
    }
}
