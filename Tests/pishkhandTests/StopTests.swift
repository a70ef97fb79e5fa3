import Foundation
import OfficeRanking
import Postgres
import TestDatabase
import Testing

@Suite("Stopping the daemon")
struct StopTests {
    @Test("a stopping daemon answers the requests under way, and refuses new ones with 503 until it ends")
    func underWay() async throws {
        try await TestDatabase.with { database in
            let client = database.client()
            let ranking = RankingDatabase(client: client, logger: TestDatabase.logger)
            let token = try await ranking.issueToken(
                for: "operator", label: "t", expiresAt: Date(timeIntervalSinceNow: 600))
            let daemon = try DaemonProgram([
                "--port", "0", "--rate-timeout", "300", "--idle-timeout", "300", "--stop-timeout", "300",
                "--database",
                database.address(as: "pishkhan_app"),
            ])
            try await daemon.listening()
            let body = #"{"period": "1400-H1"}"#
            let writer = try RawClient(port: daemon.port)
            writer.send(
                """
                POST /v1/periods HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token.secret.text)\r
                Idempotency-Key: a\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n{
                """)
            let kept = try RawClient(port: daemon.port)
            kept.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(try await kept.receive(until: "ok").hasPrefix("HTTP/1.1 200"))
            try await eventually("the write does not begin") {
                try await daemon.get("/metrics").body.contains("pishkhan_requests_under_way 2")
            }
            daemon.signal(SIGTERM)
            _ = try await daemon.line { $0["message"] as? String == "stopping" }
            // The line is written just before.
            var answer = ""
            try await eventually("new requests are not sent away") {
                let late = try RawClient(port: daemon.port)
                late.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\n")
                answer = try await late.receive(until: "request_id")
                return answer.contains("503")
            }
            #expect(answer.lowercased().contains("retry-after: 2") && answer.contains("\"stopping\""))
            kept.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(try await kept.receive(until: "request_id").hasPrefix("HTTP/1.1 503"))
            #expect(try await kept.end() < .seconds(60))
            writer.send(String(body.dropFirst()))
            #expect(try await writer.receive(until: "1400-H1\"").hasPrefix("HTTP/1.1 201"))
            #expect(try await daemon.end() == 0)
            #expect(try await ranking.periods().map { "\($0.halfYear)" } == ["1400-H1"])
            await client.close()
        }
    }
}
