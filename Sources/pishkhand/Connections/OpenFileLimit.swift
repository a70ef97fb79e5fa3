import Foundation
import Logging

/// Raises the limit of open files: every connection is one, and shells allow programs only a few by default.
enum OpenFileLimit {
    /// Raises the limit as far as the system allows, and logs if that is too little.
    static func raise(forConnections count: Int, logger: Logger) {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        if limit.rlim_max < UInt(count) + 200 {
            logger.warning(
                "the system allows fewer open files than client_connections needs",
                metadata: ["allowed": "\(limit.rlim_max)", "client_connections": "\(count)"])
        }
    }
}
