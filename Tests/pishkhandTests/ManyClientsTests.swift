import Foundation
import TestDatabase
import Testing

@Suite("A thousand clients who ask the database")
struct ManyClientsTests {
    @Test("a thousand clients of the database are all answered, and connections, files and memory are released")
    func thousand() async throws {
        try await TestDatabase.with { database in
            let daemon = try DaemonProgram([
                "--port", "0", "--database", database.address(as: "pishkhan_app"), "--requests-per-second", "0",
                "--header-timeout", "60", "--log-level", "notice",
            ])
            try await daemon.listening()
            #expect(try await daemon.get("/v1/schemes").status == 200)
            let files = try await daemon.measure("process_open_fds")
            // Files of the pool's connections are there to stay for a while.
            try await Crowd.with {
                try await ask(daemon, before: database)
                let bytes = try await daemon.comesToRest(files: files + 16)
                try await ask(daemon, before: database)
                try await daemon.comesToRest(files: files + 16, bytes: bytes)
            }
            try await eventually("a transaction stays open") { try await database.daemonTransactions() == 0 }
            #expect(try await daemon.get("/v1/schemes").status == 200)
            #expect(try await daemon.stop() == 0)
        }
    }

    private func ask(_ daemon: DaemonProgram, before database: TestDatabase) async throws {
        let request = "GET /v1/schemes HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
        var answers: [String: Int] = [:]
        for client in try Crowd.asking(request, daemon) { answers[try await answer(client), default: 0] += 1 }
        #expect(answers.values.reduce(0, +) == 1_000 && Set(answers.keys).isSubset(of: ["200", "503"]))
        #expect(answers["200", default: 0] >= 8, "\(answers)")
        // Eight of the pool, one of the clock that listens, and what the public has of its own.
        #expect(try await database.daemonConnections() <= 16)
    }

    /// The status of a whole answer; other words for what is none.
    private func answer(_ client: RawClient) async throws -> String {
        let text = try await client.receive(until: "no answer has this")
        let parts = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return "broken" }
        let head = parts[0].lowercased()
        let length = head.split(separator: "\r\n").first { $0.hasPrefix("content-length: ") }?.dropFirst(16)
        guard length.flatMap({ Int($0) }) == parts[1].utf8.count else { return "short" }
        let status = String(head.dropFirst("http/1.1 ".count).prefix(3))
        return status == "503" && !head.contains("retry-after: ") ? "503 for ever" : status
    }
}
