import Foundation
import TestDatabase
import Testing

/// On a kept connection whatever follows the head of an answer to HEAD would be taken for the next answer.
@Suite("HEAD on the wire")
struct HeadTests {
    @Test("no byte follows the answer to HEAD, for a streamed file, an ordinary answer or a refusal")
    func nothingFollows() async throws {
        try await TestDatabase.with { database in
            let daemon = try DaemonProgram(["--port", "0", "--database", database.address(as: "pishkhan_app")])
            try await daemon.listening()
            let headquarters = DaemonVisitor(daemon: daemon, token: try await database.operatorToken())
            try await headquarters.planPastHalfYear(offices: 3, in: database)
            let whole = try await daemon.published("/v1/publications/1400-H1/bulk.csv")
            let paths = ["/v1/publications/1400-H1/bulk.csv", "/v1/publications", "/nothing", "/health?x=1"]
            let requests = paths.map { "HEAD \($0) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined()
            let client = try RawClient(port: daemon.port)
            client.send(requests + "GET /health HTTP/1.1\r\nHost: a\r\n\r\n")
            let received = try await client.receive(until: "\"ok\"")
            let answers = received.split(separator: "HTTP/1.1 ")
            try #require(answers.count == 5, "\(received)")
            #expect(answers.map { $0.prefix(3) } == ["200", "200", "404", "422", "200"])
            for answer in answers.dropLast() { #expect(answer.hasSuffix("\r\n\r\n"), "\(answer)") }
            let streamed = answers[0].lowercased()
            #expect(streamed.contains("transfer-encoding: chunked") && !streamed.contains("content-length"))
            #expect(!answers[1].lowercased().contains("content-length: 0\r\n"))
            #expect(try await daemon.get("/v1/publications/1400-H1/bulk.csv") == whole)
            #expect(try await daemon.stop() == 0)
        }
    }
}
