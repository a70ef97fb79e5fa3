import Foundation
import TestDatabase
import Testing

@Suite("The daemon as a process")
struct DaemonTests {
    @Test("the daemon answers over a port, logs one JSON line per request without its query, and stops on a signal")
    func overAPort() async throws {
        try await TestDatabase.with { database in
            let daemon = try DaemonProgram([
                "--port", "0", "--database", database.address(as: "pishkhan_app"), "--connections", "2",
            ])
            try await daemon.listening()
            #expect(try await daemon.get("/health").status == 200)
            #expect(try await daemon.get("/ready").status == 200)
            let refused = try await daemon.get("/v1/publications/1400-H1/offices?province=secret")
            #expect(refused.status == 404)
            let trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
            let named = ["--header", "X-Request-Id: named-1", "--header", "traceparent: \(trace)"]
            #expect(try await daemon.get("/v1/publications?format=csv", named).status == 200)
            let line = try await daemon.line { $0["request_id"] as? String == "named-1" }
            #expect(line["route"] as? String == "/v1/publications")
            #expect(line["method"] as? String == "GET")
            #expect(line["status"] as? Int == 200)
            #expect(line["traceparent"] as? String == trace)
            #expect(line["duration_us"] is Int)
            #expect(try await daemon.stop() == 0)
            #expect(try !daemon.said().contains("secret"))
        }
    }

    @Test("the daemon answers over a Unix socket, also if an old one was left behind")
    func overASocket() async throws {
        try await TestDatabase.with { database in
            let path = "/tmp/pishkhand-\(UUID().uuidString.prefix(8))"
            for _ in 1...2 {
                let daemon = try DaemonProgram(["--unix-socket", path, "--database", database.address()])
                try await daemon.listening()
                #expect(try await daemon.get("/health").status == 200)
                #expect(try await daemon.stop() == 0)
            }
            try? FileManager.default.removeItem(atPath: path)
        }
    }

    @Test("a daemon without its database keeps running, is not ready, and answers 503 at once")
    func databaseGone() async throws {
        let address = "host=/tmp/no-such-socket-\(UUID().uuidString.prefix(8)) user=postgres dbname=none"
        let daemon = try DaemonProgram(["--port", "0", "--database", address])
        try await daemon.listening()
        var times: [Duration] = []
        for _ in 1...5 {
            let started = ContinuousClock.now
            let answer = try await daemon.get("/v1/publications", ["--include"])
            times.append(ContinuousClock.now - started)
            #expect(answer.status == 503)
            #expect(answer.body.lowercased().contains("retry-after: 2"))
            #expect(answer.body.contains("\"code\": \"unavailable\""))
        }
        // The best of them: a busy machine is no fault of the daemon.
        #expect(try #require(times.min()) < .seconds(5))
        #expect(try await daemon.get("/health").status == 200)
        #expect(try await daemon.get("/ready").status == 503)
        #expect(try await daemon.stop() == 0)
    }

    @Test("a daemon reports a lost database at once and finds it again when it is back")
    func databaseComesBack() async throws {
        try await TestDatabase.with { database in
            let server = try TestDatabase.serverAddress()
            let daemon = try DaemonProgram(["--port", "0", "--database", database.address(as: "pishkhan_app")])
            try await daemon.listening()
            #expect(try await daemon.get("/v1/schemes").status == 200)
            #expect(try await daemon.get("/metrics").body.contains(#"pishkhan_pool_connections{pool="public",state="#))
            let lose = """
                select pg_terminate_backend(pid, 5000) from pg_stat_activity
                where datname = '\(database.name)' and application_name = 'pishkhand'
                """
            try await TestDatabase.administer(server, lose)
            #expect(try await daemon.get("/v1/schemes").status == 200)
            try await TestDatabase.administer(server, "alter database \(database.name) with allow_connections false")
            try await TestDatabase.administer(server, lose)
            #expect(try await daemon.get("/v1/schemes").status == 503)
            try await eventually("it seems ready") { try await daemon.get("/ready").status == 503 }
            try await TestDatabase.administer(server, "alter database \(database.name) with allow_connections true")
            #expect(try await daemon.get("/v1/schemes").status == 200)
            try await eventually("it is not ready") { try await daemon.get("/ready").status == 200 }
            #expect(try await daemon.stop() == 0)
        }
    }
}
