import Foundation
import Postgres
import Synchronization

/// A PostgreSQL cluster of one test alone, on a Unix socket, that may be stopped, killed and started again; removed
/// afterwards. What it acknowledges has left its memory, so that it survives the death of its processes.
public final class PrivateServer: Sendable {
    /// Short, for the socket's sake, and where the cluster's system user may enter.
    let folder: URL
    private let binaries: String
    /// Holds the running server: when its other end closes, the server ends with it.
    private let leash = Mutex<Pipe?>(nil)

    /// All tests begin at once; a small machine has room for so many servers.
    private static let places = Places(4)

    /// Makes a cluster with these settings, starts it, hands it over, and removes it.
    /// - Parameter log: where its log lies, in segments of a megabyte; nil is beside its data.
    public static func with<T: Sendable>(
        settings: [String: String] = [:], log: SmallRoom? = nil, _ body: (PrivateServer) async throws -> T
    ) async throws -> T {
        await places.enter()
        defer { places.leave() }
        let server = try PrivateServer()
        defer { server.remove() }
        try await server.make(settings, log)
        try await server.start()
        return try await body(server)
    }

    private init() throws {
        folder = URL(filePath: "/tmp/pishkhan-server-\(UUID().uuidString.prefix(8).lowercased())")
        let root = "/usr/lib/postgresql"
        let versions = try FileManager.default.contentsOfDirectory(atPath: root).compactMap { Int($0) }
        guard let newest = versions.max() else { throw ServerFault("no PostgreSQL server in \(root)") }
        binaries = "\(root)/\(newest)/bin"
    }

    /// The superuser's address of a database.
    public func address(_ database: String = "postgres") -> String {
        "host=\(path("socket")) user=postgres dbname=\(database)"
    }

    func path(_ name: String) -> String {
        folder.appending(path: name).path(percentEncoded: false)
    }

    private func make(_ settings: [String: String], _ log: SmallRoom?) async throws {
        let files = FileManager.default
        try files.createDirectory(at: folder.appending(path: "socket"), withIntermediateDirectories: true)
        if geteuid() == 0 {
            for name in ["", "socket"] {
                try files.setAttributes([.ownerAccountName: "postgres"], ofItemAtPath: path(name))
            }
        }
        let place = log.map { " --wal-segsize 1 --waldir '\($0.folder.path(percentEncoded: false))/log'" } ?? ""
        try await finished(
            "'\(binaries)/initdb' --username postgres --auth trust --encoding UTF8 --locale C.UTF-8 --no-sync "
                + "--pgdata cluster\(place) > initdb.log 2>&1")
        let own = [
            "listen_addresses": "''", "unix_socket_directories": "'\(path("socket"))'", "timezone": "'UTC'",
            "shared_buffers": "16MB", "max_connections": "40", "fsync": "off", "max_wal_size": "256MB",
        ]
        let lines = own.merging(settings) { $1 }.map { "\($0) = \($1)\n" }.sorted().joined()
        let file = try FileHandle(forWritingTo: folder.appending(path: "cluster/postgresql.conf"))
        try file.seekToEnd()
        try file.write(contentsOf: Data("\n\(lines)".utf8))
        try file.close()
    }

    /// Starts it and waits until it answers; after a kill that is when it has recovered.
    public func start() async throws {
        let pipe = Pipe()
        // Where the memory of a killed server is still held for a moment, it does not start at once.
        let script = "'\(binaries)/postgres' -D cluster >> log 2>&1 & read -r line; kill -QUIT $!"
        let process = ownersProcess(script)
        process.standardInput = pipe
        try process.run()
        leash.withLock { old in
            try? old?.fileHandleForWriting.close()
            old = pipe
        }
        try await expect("it does not start") {
            try await PostgresConnection.connect(TestDatabase.patient(self.address()), logger: TestDatabase.logger)
                .close()
            return true
        }
    }

    /// Waits until it answers again after a fault of its own; started again where it has given up.
    public func comeBack() async throws {
        try await expect("it does not come back") {
            if try self.processes().isEmpty { try await self.start() }
            try await TestDatabase.administer(self.address(), "select 1")
            return true
        }
    }

    private func remove() {
        leash.withLock { try? $0?.fileHandleForWriting.close() }
        for process in (try? processes()) ?? [] { Foundation.kill(process, SIGKILL) }
        try? FileManager.default.removeItem(at: folder)
    }

    /// Asks again until the answer is yes; errors count as no.
    func expect(_ complaint: String, _ question: @Sendable () async throws -> Bool) async throws {
        let deadline = ContinuousClock.now + .seconds(120)
        while true {
            if (try? await question()) == true { return }
            guard ContinuousClock.now < deadline else { throw ServerFault("\(complaint): \(log.suffix(2_000))") }
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    /// What the server has written.
    public var log: String { (try? String(contentsOfFile: path("log"), encoding: .utf8)) ?? "" }

    /// Runs a shell command in the folder as the cluster's owner to its end.
    private func finished(_ command: String) async throws {
        let process = ownersProcess(command)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        while process.isRunning { try await Task.sleep(for: .milliseconds(5)) }
        guard process.terminationStatus == 0 else { throw ServerFault(command) }
    }

    /// PostgreSQL refuses to run as root.
    private func ownersProcess(_ script: String) -> Process {
        let process = Process()
        let isRoot = geteuid() == 0
        let command = "cd '\(folder.path(percentEncoded: false))' && { \(script); }"
        process.executableURL = URL(filePath: isRoot ? "/usr/sbin/runuser" : "/bin/sh")
        process.arguments = isRoot ? ["-u", "postgres", "--", "sh", "-c", command] : ["-c", command]
        process.currentDirectoryURL = URL(filePath: "/")
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        return process
    }
}

struct ServerFault: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
