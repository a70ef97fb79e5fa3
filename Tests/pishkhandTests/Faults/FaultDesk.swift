import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import OfficeRanking
import Postgres
import TestDatabase
import Testing

/// A database, an account's token, and daemons before it that meet faults.
struct FaultDesk: Sendable {
    let database: TestDatabase
    let token: String
    /// For the temporary files of its daemons; nil is the system's own.
    private let folder: URL?

    static func with<T: Sendable>(_ body: (FaultDesk) async throws -> T) async throws -> T {
        let folder = FileManager.default.temporaryDirectory.appending(path: "faults-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await TestDatabase.with { try await body(FaultDesk(before: $0, folder: folder)) }
    }

    /// With a scheme, and a token of the headquarters.
    init(before database: TestDatabase, folder: URL? = nil) async throws {
        let client = database.client()
        let ranking = RankingDatabase(client: client, logger: TestDatabase.logger)
        try await ranking.adoptScheme(document: smallScheme)
        let token = try await ranking.issueToken(
            for: "operator", label: "test", expiresAt: Date(timeIntervalSinceNow: 86_400))
        await client.close()
        (self.database, self.token, self.folder) = (database, token.secret.text, folder)
    }

    /// A daemon that listens; with a point it stops there and writes the point's file.
    func daemon(point: String = "", file: URL? = nil, _ options: [String] = []) async throws -> DaemonProgram {
        var environment = ["TMPDIR": folder?.path(percentEncoded: false) ?? "/tmp"]
        if let file {
            environment["PISHKHAN_TEST_POINT"] = point
            environment["PISHKHAN_TEST_POINT_FILE"] = file.path(percentEncoded: false)
        }
        // Files are sent by halves, with whatever time a busy machine takes between them.
        let arguments = [
            "--port", "0", "--clock", "false", "--today", "1404-01-01", "--requests-per-second", "0", "--rate-timeout",
            "300",
        ]
        let daemon = try DaemonProgram(
            arguments + ["--database", database.address(as: "pishkhan_app")] + options, environment: environment)
        try await daemon.listening()
        return daemon
    }

    /// Sends a write; nil when no answer came.
    func send(_ write: Write, to daemon: DaemonProgram) async throws -> Reply? {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(daemon.port)\(write.path)")
        request.method = .init(rawValue: write.method)
        request.headers.add(name: "Idempotency-Key", value: write.key)
        request.headers.add(name: "Content-Type", value: write.type)
        request.body = .bytes(ByteBuffer(string: write.body))
        return await ask(request)
    }

    func get(_ path: String, of daemon: DaemonProgram) async throws -> Reply? {
        await ask(HTTPClientRequest(url: "http://127.0.0.1:\(daemon.port)\(path)"))
    }

    private func ask(_ request: HTTPClientRequest) async -> Reply? {
        var request = request
        request.headers.add(name: "Authorization", value: "Bearer \(token)")
        request.headers.add(name: "Connection", value: "close")
        do {
            let response = try await Self.client.execute(request, timeout: .seconds(120))
            let body = try await response.body.collect(upTo: 64 << 20)
            return Reply(
                status: Int(response.status.code),
                headers: Dictionary(
                    response.headers.map { ($0.name.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first }),
                body: String(buffer: body))
        } catch {
            return nil
        }
    }

    /// Says at once when nobody listens, and sends nothing twice by itself.
    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration.singletonConfiguration
        configuration.connectionPool.retryConnectionEstablishment = false
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()

    /// A daemon stops at the point while it does the write, and is killed there.
    func killed(at point: String, during write: Write) async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "reached-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        let daemon = try await daemon(point: point, file: file)
        let answer = Task {
            let reply = try await send(write, to: daemon)
            try #require(reply == nil, "\(write.path) did not come to \(point)")
        }
        try await wait("\(write.path) did not come to \(point)") {
            let isReached = FileManager.default.fileExists(atPath: file.path(percentEncoded: false))
            if !isReached, try daemon.lines().contains(where: { $0["route"] != nil }) { try await answer.value }
            return isReached
        }
        try await daemon.kill()
        try await answer.value
        // The server notices a client's death when it next reads from it; until then the transaction holds its locks.
        try await wait("a killed daemon's transaction is still there") { try await openTransactions() == 0 }
    }

    /// Folders with files of imports that daemons of this desk keep.
    func uploads() throws -> Int {
        guard let folder else { return 0 }
        return try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
            .count { $0.contains("-import-") }
    }

    /// One number, asked by the superuser.
    func number(_ query: PostgresQuery) async throws -> Int {
        let connection = try await PostgresConnection.connect(
            TestDatabase.patient(database.address()), logger: TestDatabase.logger)
        let number = try await connection.query(query)[0].decode(Int.self)
        await connection.close()
        return number
    }

    func acts() async throws -> Int {
        try await number("select count(*) from registry.act")
    }

    /// Transactions of daemons that have not ended.
    func openTransactions() async throws -> Int {
        try await number(
            """
            select count(*) from pg_stat_activity
            where datname = current_database() and application_name = 'pishkhand' and xact_start is not null
            """)
    }

    /// Waits for a state, on a busy machine too.
    func wait(
        _ complaint: String, sourceLocation: SourceLocation = #_sourceLocation, _ question: () async throws -> Bool
    ) async throws {
        let deadline = ContinuousClock.now + .seconds(120)
        while try await !question() {
            try #require(ContinuousClock.now < deadline, "\(complaint)", sourceLocation: sourceLocation)
            try await Task.sleep(for: .milliseconds(10))
        }
    }
}
