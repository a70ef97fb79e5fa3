import OfficeRanking
import Postgres
import ServiceLifecycle

/// The delivery of messages to the operator's hook as a service of the daemon.
struct HookService: ServiceLifecycle.Service {
    let delivery: OutboxDelivery
    /// A client with a direct address, not behind a transaction pooler.
    var listener: PostgresClient?
    var longestPause: Duration = .seconds(30)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await delivery.run(listener: listener, longestPause: longestPause)
        }
    }
}
