import Foundation
import Postgres

/// A PgBouncer in transaction mode before the tests' server, on a Unix socket of its own.
public struct PrivatePooler: Sendable {
    /// The pooler that the clients of this test go through; nil is none.
    @TaskLocal public static var current: PrivatePooler?

    private let folder: URL

    private static let binary = "/usr/sbin/pgbouncer"

    public static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: binary) }

    /// Starts it, lets every client of `body` go through it, and stops it. `size` is how many connections to the server
    /// a database has.
    public static func with<T: Sendable>(size: Int = 3, _ body: () async throws -> T) async throws -> T {
        let folder = URL(filePath: "/tmp/pishkhan-pooler-\(UUID().uuidString.prefix(8).lowercased())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let pooler = PrivatePooler(folder: folder)
        try pooler.prepare(size: size)
        return try await pooler.running { try await $current.withValue(pooler, operation: body) }
    }

    /// The address of a database for a login, through this pooler.
    public func address(_ database: String, as role: String) -> String {
        "host=\(path("socket")) port=6432 dbname=\(database) user=\(role)"
    }

    func configuration(_ database: String, as role: String, _ direct: PostgresConfiguration) -> PostgresConfiguration {
        var configuration = direct
        configuration.connectionString = address(database, as: role)
        configuration.pooler = .transaction
        configuration.directConnectionString = direct.connectionString
        configuration.role = role
        // A busy machine is no fault of the pooler.
        configuration.leaseTimeout = .seconds(120)
        return configuration
    }

    private func path(_ name: String) -> String {
        folder.appending(path: name).path(percentEncoded: false)
    }

    private func prepare(size: Int) throws {
        let files = FileManager.default
        try files.createDirectory(at: folder.appending(path: "socket"), withIntermediateDirectories: true)
        try Data(Self.settings(path("socket"), path("users"), path("log"), size: size).utf8)
            .write(to: folder.appending(path: "settings"))
        try Data("\"pishkhan_app\" \"\"\n\"postgres\" \"\"\n".utf8).write(to: folder.appending(path: "users"))
        guard geteuid() == 0 else { return }
        for name in ["", "socket", "settings", "users"] {
            try files.setAttributes([.ownerAccountName: "postgres"], ofItemAtPath: path(name))
        }
    }

    private static func settings(_ socket: String, _ users: String, _ log: String, size: Int) throws -> String {
        let words = try TestDatabase.serverAddress().split(separator: " ")
        let server = words.filter { $0.hasPrefix("host=") || $0.hasPrefix("port=") }.joined(separator: " ")
        return """
            [databases]
            * = \(server)
            [pgbouncer]
            listen_addr =
            listen_port = 6432
            unix_socket_dir = \(socket)
            auth_type = trust
            auth_file = \(users)
            pool_mode = transaction
            default_pool_size = \(size)
            max_client_conn = 200
            server_login_retry = 1
            logfile = \(log)

            """
    }

    /// The shell ends the pooler when it is told to, or when the tests die and their end of the pipe closes. Children of
    /// a test's thread have its blocked signals, so that only KILL reaches them. PgBouncer does not run as root.
    private func running<T>(_ body: () async throws -> T) async throws -> T {
        let process = Process()
        let script = "'\(Self.binary)' --quiet '\(path("settings"))' & read -r line; kill -KILL $!"
        let isRoot = geteuid() == 0
        process.executableURL = URL(filePath: isRoot ? "/usr/sbin/runuser" : "/bin/sh")
        process.arguments = isRoot ? ["-u", "postgres", "--", "sh", "-c", script] : ["-c", script]
        process.currentDirectoryURL = URL(filePath: "/")
        process.standardError = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardInput = pipe
        try process.run()
        defer { try? pipe.fileHandleForWriting.write(contentsOf: Data("stop\n".utf8)) }
        try await awaitSocket()
        return try await body()
    }

    private func awaitSocket() async throws {
        let deadline = ContinuousClock.now + .seconds(120)
        while !FileManager.default.fileExists(atPath: path("socket/.s.PGSQL.6432")) {
            guard ContinuousClock.now < deadline else { throw Silent(log: path("log")) }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    struct Silent: Error, CustomStringConvertible {
        let log: String
        var description: String {
            "PgBouncer does not start: \((try? String(contentsOfFile: log, encoding: .utf8)) ?? log)"
        }
    }
}
