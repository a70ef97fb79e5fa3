import Foundation
import TestDatabase

/// Tests with a thousand clients at once.
enum Crowd {
    /// Two crowds in this process would be short of open files.
    private static let places = Places(1)

    /// As many open files as the system lets this process have; enough of them where it sets no limit.
    private static let hasFiles: Bool = {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        limit.rlim_cur = max(limit.rlim_cur, min(16_384, limit.rlim_max))
        return setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0
    }()

    /// One crowd after the other.
    static func with<T: Sendable>(_ body: () async throws -> T) async throws -> T {
        _ = hasFiles
        await places.enter()
        defer { places.leave() }
        return try await body()
    }

    /// A thousand clients, each of which asks as soon as it is connected: its time for that runs.
    static func asking(_ request: String, _ daemon: DaemonProgram) throws -> [RawClient] {
        try (1...1_000).map { _ in
            let client = try RawClient(port: daemon.port)
            client.send(request)
            return client
        }
    }
}
