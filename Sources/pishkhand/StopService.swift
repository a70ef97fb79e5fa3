import Logging
import ServiceLifecycle
import Web

/// Stops first: refuses new requests until the running ones are answered, while connections are still accepted.
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
