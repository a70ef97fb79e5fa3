import Foundation
import TestDatabase
import Testing

/// What is left of a client whose machine is gone: an open connection on which nothing comes and nothing goes.
@Suite("A client that vanishes without a word")
struct VanishedClientTests {
    private static let quick = [
        "--port", "0", "--idle-timeout", "4", "--rate-timeout", "5", "--slowest-rate", "100",
        "--requests-per-second", "0",
    ]

    @Test("a client that vanishes during its upload leaves no file, no connection and no transaction")
    func midBody() async throws {
        let folder = try Folder()
        try await TestDatabase.with { database in
            let token = try await database.operatorToken()
            let daemon = try DaemonProgram(
                Self.quick + [
                    "--clock", "false", "--database", database.address(as: "pishkhan_app"), "--upload-folder",
                    folder.path(""),
                ])
            try await daemon.listening()
            let headquarters = DaemonVisitor(daemon: daemon, token: token)
            #expect(try await headquarters.get("/v1/imports").rows("imports").isEmpty)
            let files = try await daemon.measure("process_open_fds")
            var bytes = Int.max
            for key in ["u", "v"] {
                let client = try await vanish(as: headquarters, key: key)
                try await eventually("a part of the file stays") {
                    try FileManager.default.contentsOfDirectory(atPath: folder.path("")).isEmpty
                }
                bytes = try await daemon.comesToRest(files: files, bytes: bytes)
                try await expectNoTransaction(database)
                withExtendedLifetime(client) {}
            }
            #expect(try await daemon.stop() == 0)
        }
    }

    /// Returns once the import of which only a part comes has failed.
    private func vanish(as visitor: DaemonVisitor, key: String) async throws -> RawClient {
        let client = try RawClient(port: visitor.daemon.port)
        client.send(
            """
            POST /v1/imports?kind=offices HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(visitor.token ?? "")\r
            Idempotency-Key: \(key)\r\nContent-Type: text/csv\r\nContent-Length: 1000000\r\n\r\n
            """ + String(repeating: "x", count: 10_000))
        try await eventually("the import does not begin") {
            try await visitor.get("/v1/imports/\(key)").status == 200
        }
        try await eventually("the import goes on") {
            try await visitor.get("/v1/imports/\(key)").json["state"] as? String == "failed"
        }
        return client
    }

    @Test("a client that stops reading a long answer is disconnected and holds no database connection")
    func midAnswer() async throws {
        try await TestDatabase.with { database in
            let daemon = try DaemonProgram(
                Self.quick + ["--connections", "2", "--database", database.address(as: "pishkhan_app")])
            try await daemon.listening()
            let headquarters = DaemonVisitor(daemon: daemon, token: try await database.operatorToken())
            try await headquarters.planPastHalfYear(offices: 2_500, in: database)
            let whole = try await daemon.published("/v1/publications/1400-H1/bulk.json")
            let files = try await daemon.measure("process_open_fds")
            var bytes = Int.max
            for _ in 1...2 {
                let clients = try (1...4).map { _ in try RawClient(port: daemon.port) }
                let request = "GET /v1/publications/1400-H1/bulk.json HTTP/1.1\r\nHost: a\r\n\r\n"
                for client in clients { client.send(String(repeating: request, count: 50)) }
                // With more of them than connections, a held connection would be missed here.
                #expect(try await daemon.get("/v1/publications/1400-H1/bulk.json") == whole)
                bytes = try await daemon.comesToRest(files: files, bytes: bytes)
                try await expectNoTransaction(database)
                withExtendedLifetime(clients) {}
            }
            #expect(try await daemon.get("/v1/publications/1400-H1/bulk.json") == whole)
            #expect(try await daemon.stop() == 0)
        }
    }

    private func expectNoTransaction(_ database: TestDatabase) async throws {
        try await eventually("a transaction stays open") { try await database.daemonTransactions() == 0 }
    }
}
