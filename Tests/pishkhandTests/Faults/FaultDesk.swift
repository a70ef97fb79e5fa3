import Foundation
import OfficeRanking
import Postgres
import TestDatabase
import Testing

/// A database, an account's token, and daemons before it that may be killed.
struct FaultDesk: Sendable {
    let database: TestDatabase
    let token: String

    static func with<T: Sendable>(_ body: (FaultDesk) async throws -> T) async throws -> T {
        try await TestDatabase.with { database in
            let client = database.client()
            let ranking = RankingDatabase(client: client, logger: TestDatabase.logger)
            try await ranking.adoptScheme(document: smallScheme)
            let token = try await ranking.issueToken(
                for: "operator", label: "test", expiresAt: Date(timeIntervalSinceNow: 86_400))
            await client.close()
            return try await body(FaultDesk(database: database, token: token.secret.text))
        }
    }

    /// A daemon that listens; with a point it stops there and writes the point's file.
    func daemon(point: String = "", file: URL? = nil) async throws -> DaemonProgram {
        var environment: [String: String] = [:]
        if let file {
            environment = [
                "PISHKHAN_TEST_POINT": point, "PISHKHAN_TEST_POINT_FILE": file.path(percentEncoded: false),
            ]
        }
        let arguments = ["--port", "0", "--clock", "false", "--today", "1404-01-01"]
        let daemon = try DaemonProgram(
            arguments + ["--database", database.address(as: "pishkhan_app")], environment: environment)
        try await daemon.listening()
        return daemon
    }

    /// Sends a write; nil when no answer came.
    func send(_ write: Write, to daemon: DaemonProgram) async throws -> (status: Int, body: String)? {
        // A file, because an argument of a program is at most 128 KiB long.
        let body = FileManager.default.temporaryDirectory.appending(path: "body-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: body) }
        try Data(write.body.utf8).write(to: body)
        return try await daemon.ask(
            write.path,
            [
                "--header", "Authorization: Bearer \(token)", "--header", "Idempotency-Key: \(write.key)",
                "--header", "Content-Type: \(write.type)", "--data-binary", "@\(body.path(percentEncoded: false))",
            ])
    }

    func get(_ path: String, of daemon: DaemonProgram) async throws -> (status: Int, body: String) {
        try await daemon.get(path, ["--header", "Authorization: Bearer \(token)"])
    }

    /// A daemon stops at the point while it does the write, and is killed there.
    func killed(at point: String, during write: Write) async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "reached-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        let daemon = try await daemon(point: point, file: file)
        async let answer = send(write, to: daemon)
        let deadline = ContinuousClock.now + .seconds(60)
        while !FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) {
            try #require(ContinuousClock.now < deadline, "\(write.path) did not come to \(point)")
            try await Task.sleep(for: .milliseconds(10))
        }
        try await daemon.kill()
        #expect(try await answer == nil)
        try await connectionsOfTheDeadToEnd()
    }

    /// The server notices a client's death when it next reads from it; until then the transaction holds its locks.
    private func connectionsOfTheDeadToEnd() async throws {
        let deadline = ContinuousClock.now + .seconds(60)
        while try await number(
            "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()") > 0
        {
            try #require(ContinuousClock.now < deadline, "a killed daemon's connection is still there")
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// One number, asked by the superuser.
    func number(_ query: PostgresQuery) async throws -> Int {
        let connection = try await PostgresConnection.connect(
            PostgresConfiguration(connectionString: database.address()), logger: TestDatabase.logger)
        let number = try await connection.query(query)[0].decode(Int.self)
        await connection.close()
        return number
    }
}

/// A request that changes something.
struct Write: Sendable {
    let path: String
    let body: String
    var type = "application/json"
    let key = UUID().uuidString

    static func upload(_ kind: String, _ body: String, period: String? = nil) -> Write {
        Write(path: "/v1/imports?kind=\(kind)" + (period.map { "&period=\($0)" } ?? ""), body: body, type: "text/csv")
    }
}
