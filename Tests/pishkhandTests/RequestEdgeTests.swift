import Foundation
import TestDatabase
import Testing

/// What a client does wrong is told to it, and is no error of the daemon's.
@Suite("Requests that are wrong at their edges")
struct RequestEdgeTests {
    private static let nowhere = ["--port", "0", "--database", "host=/tmp/no-such-socket dbname=none"]

    private func answer(_ daemon: DaemonProgram, to request: String) async throws -> String {
        let client = try RawClient(port: daemon.port)
        client.send(request)
        return try await client.receive(until: "request_id")
    }

    private func expectNoErrors(_ daemon: DaemonProgram) throws {
        let errors = try daemon.lines().filter { ["error", "critical"].contains($0["level"] as? String) }
        #expect(errors.isEmpty, "\(errors)")
    }

    @Test("a request without a host, or with two, is refused")
    func hosts() async throws {
        let daemon = try DaemonProgram(Self.nowhere)
        try await daemon.listening()
        for hosts in ["", "Host: a\r\nHost: a\r\n", "Host: a\r\nHost: b\r\n", "Host:\r\n"] {
            let refused = try await answer(daemon, to: "GET /health HTTP/1.1\r\n\(hosts)\r\n")
            #expect(refused.hasPrefix("HTTP/1.1 400") && refused.contains("host_unclear"), "\(hosts) \(refused)")
        }
        #expect(try await daemon.get("/health").status == 200)
        try expectNoErrors(daemon)
        #expect(try await daemon.stop() == 0)
    }

    @Test("the metrics are closed to a proxy that is not trusted, whatever headers it sends")
    func metrics() async throws {
        let daemon = try DaemonProgram(Self.nowhere)
        try await daemon.listening()
        #expect(try await daemon.get("/metrics").status == 200)
        for header in ["X-Forwarded-For: 127.0.0.1", "X-Real-IP: 127.0.0.1", "Via: 1.1 a", "Host: ranking.example.ir"] {
            #expect(try await daemon.get("/metrics", ["--header", header]).status == 403, "\(header)")
        }
        #expect(try await daemon.stop() == 0)
    }

    @Test("a body that is malformed HTTP is refused, and one that breaks off is no error of the daemon")
    func brokenBodies() async throws {
        try await TestDatabase.with { database in
            let token = try await database.operatorToken()
            let daemon = try DaemonProgram(
                ["--port", "0", "--clock", "false", "--database", database.address(as: "pishkhan_app")])
            try await daemon.listening()
            for (path, type) in [
                ("/v1/periods", "application/json"), ("/v1/schemes", "application/yaml"),
                ("/v1/imports?kind=offices", "text/csv"), ("/v1/folder-imports", "application/x-tar"),
            ] {
                let head = """
                    POST \(path) HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r
                    Idempotency-Key: \(UUID())\r\nContent-Type: \(type)\r\nTransfer-Encoding: chunked\r\n\r\n
                    """
                let refused = try await answer(daemon, to: head + "5\r\n{    \r\nxyz\r\n")
                #expect(refused.hasPrefix("HTTP/1.1 400") && refused.contains("broken_body"), "\(path) \(refused)")
                let client = try RawClient(port: daemon.port)
                client.send(head + "5\r\n{    \r\n")
            }
            #expect(try await daemon.get("/health").status == 200)
            try expectNoErrors(daemon)
            #expect(try await daemon.stop() == 0)
        }
    }

    @Test("an upload that is too slow is refused with the reason, and frees its slot")
    func slowUpload() async throws {
        try await TestDatabase.with { database in
            let token = try await database.operatorToken()
            let daemon = try DaemonProgram([
                "--port", "0", "--clock", "false", "--database", database.address(as: "pishkhan_app"),
                "--slowest-upload", "1000000", "--rate-timeout", "2", "--uploads-at-once", "1",
            ])
            try await daemon.listening()
            let client = try RawClient(port: daemon.port)
            client.send(
                """
                POST /v1/imports?kind=offices HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r
                Idempotency-Key: slow\r\nContent-Type: text/csv\r\nContent-Length: 100000000\r\n\r\n
                """)
            var received = ""
            for _ in 1...600 where !received.contains("request_id") {
                client.send(String(repeating: "x", count: 5_000))
                received += client.received() ?? ""
                try await Task.sleep(for: .milliseconds(100))
            }
            #expect(received.hasPrefix("HTTP/1.1 408") && received.contains("upload_too_slow"), "\(received)")
            let visitor = DaemonVisitor(daemon: daemon, token: token)
            #expect(try await visitor.get("/v1/imports/slow").json["state"] as? String == "failed")
            let other = try await visitor.send("/v1/imports?kind=offices", "x", key: "next")
            #expect(other.code == "unsupported_media_type")
            try expectNoErrors(daemon)
            #expect(try await daemon.stop() == 0)
        }
    }

    @Test("a client that stalls in the middle of its body gets 408")
    func stalledBody() async throws {
        try await TestDatabase.with { database in
            let token = try await database.operatorToken()
            let daemon = try DaemonProgram([
                "--port", "0", "--clock", "false", "--database", database.address(as: "pishkhan_app"),
                "--rate-timeout", "2",
            ])
            try await daemon.listening()
            let client = try RawClient(port: daemon.port)
            client.send(
                """
                POST /v1/imports?kind=offices HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r
                Idempotency-Key: stalled\r\nContent-Type: text/csv\r\nContent-Length: 100000000\r\n\r\nxyz
                """)
            #expect(try await client.receive(until: "\r\n\r\n").hasPrefix("HTTP/1.1 408"))
            let visitor = DaemonVisitor(daemon: daemon, token: token)
            try await eventually("the import goes on") {
                try await visitor.get("/v1/imports/stalled").json["state"] as? String == "failed"
            }
            try expectNoErrors(daemon)
            #expect(try await daemon.stop() == 0)
        }
    }
}
