import Foundation
import Logging

/// Every connection is an open file, and shells allow programs few of them unless they ask for more.
enum OpenFileLimit {
    /// Raises the limit to what the system lets this program have, and says when that is too little.
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
