import Logging
import ServiceLifecycle
import Web

/// Removes received files that killed daemons have left: at the start, and once an hour.
struct SpoolService: Service {
    let folder: String
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            repeat {
                let count = SpoolFolder.removeAbandoned(in: folder)
                if count > 0 { logger.notice("abandoned uploads removed", metadata: ["count": "\(count)"]) }
            } while (try? await Task.sleep(for: .seconds(3_600))) != nil
        }
    }
}
