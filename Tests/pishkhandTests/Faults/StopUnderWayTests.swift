import Foundation
import Postgres
import TestDatabase
import Testing

@Suite("A daemon that is told to stop in the middle of something long")
struct StopUnderWayTests {
    @Test("a stopping daemon completes a file that it streams, and then ends")
    func stream() async throws {
        let point = FileManager.default.temporaryDirectory.appending(path: "reached-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: point) }
        try await FaultDesk.with { desk in
            let daemon = try await desk.daemon(
                point: "lines_after_chunk", file: point, ["--stop-timeout", "300"])
            try await desk.rank("1399-H2", offices: 2_500, on: daemon)
            try await desk.done(Write("/v1/periods/1399-H2/publish"), on: daemon)
            let streaming = Task {
                try await daemon.curl("/v1/publications/1399-H2/bulk.json", ["--max-time", "300"])
            }
            try await desk.wait("the stream does not come to its second chunk") {
                FileManager.default.fileExists(atPath: point.path(percentEncoded: false))
            }
            daemon.signal(SIGTERM)
            _ = try await daemon.line { $0["message"] as? String == "stopping" }
            try FileManager.default.removeItem(at: point)
            let (status, text) = try await streaming.value
            #expect(status == 0)
            #expect(try DaemonAnswer(status: 200, text: text).rows("offices").count == 2_500)
            #expect(try await daemon.end() == 0)
        }
    }

    @Test("a stopping daemon stores an upload that is still arriving, and then ends")
    func upload() async throws {
        try await FaultDesk.with { desk in
            let daemon = try await desk.daemon(["--stop-timeout", "300"])
            let (write, client) = try await halfSent(to: daemon, desk)
            daemon.signal(SIGTERM)
            _ = try await daemon.line { $0["message"] as? String == "stopping" }
            client.send(write.halves(token: desk.token).1)
            let reply = try #require(Reply(try await client.receive(until: "}\n")))
            #expect(reply.status == 201, "\(reply)")
            #expect(try await daemon.end() == 0)
            #expect(try await desk.number("select count(*) from registry.office") == 1_000)
            #expect(try desk.uploads() == 0)
        }
    }

    @Test("a stopping daemon gives up a stalled upload, leaves nothing of it, and the next daemon stores it")
    func uploadThatStays() async throws {
        try await FaultDesk.with { desk in
            let daemon = try await desk.daemon(["--stop-timeout", "1"])
            let acts = try await desk.acts()
            let (write, client) = try await halfSent(to: daemon, desk)
            daemon.signal(SIGTERM)
            // 9: it had to be killed.
            #expect(try await daemon.end() != 9)
            #expect(try await client.end() < .seconds(60))
            #expect(try await desk.acts() == acts)
            #expect(try await desk.number("select count(*) from registry.office") == 0)
            let next = try await desk.daemon()
            try await desk.expectDoneOnce(write, on: next, acts: acts + 1)
            try await desk.wait("a part of the file stays") { try desk.uploads() == 0 }
            #expect(try await next.stop() == 0)
        }
    }

    /// An upload of which the daemon has noted the first half.
    private func halfSent(to daemon: DaemonProgram, _ desk: FaultDesk) async throws -> (Write, RawClient) {
        let write = Write.upload("offices", officesFile(1_000))
        let client = try RawClient(port: daemon.port)
        client.send(write.halves(token: desk.token).0)
        try await desk.noted(write)
        return (write, client)
    }
}
