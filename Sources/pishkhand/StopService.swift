import Logging
import ServiceLifecycle
import Web

/// Stops first: sends new requests away until those under way are answered, while connections are still taken.
struct StopService: Service {
    let underWay: RequestsUnderWay
    let logger: Logger

    func run() async throws {
        try await gracefulShutdown()
        logger.notice("stopping")
        underWay.stop()
        await underWay.end()
    }
}
