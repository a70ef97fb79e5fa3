import Foundation
import Postgres
import TestDatabase
import Testing

@Suite("A server that goes away under the daemon")
struct OutageTests {
    @Test(
        "an outage during an upload, an import or a run leaves nothing half done",
        arguments: Outage.allCases)
    func writing(outage: Outage) async throws {
        try await OutageDesk.with(outage) { fault in
            try await fault.duringUpload()
            try await fault.duringImport()
            try await fault.desk.done(Write("/v1/periods/1400-H1/close"), on: fault.daemon)
            try await fault.duringRun()
        }
    }

    @Test("an outage during a list or a stream never makes a short answer look whole", arguments: Outage.allCases)
    func reading(outage: Outage) async throws {
        try await OutageDesk.with(outage) { fault in
            try await fault.duringRead()
            for form in ["bulk.csv", "bulk.json", "changes?format=csv"] { try await fault.duringStream(form) }
        }
    }
}

extension OutageDesk {
    /// Half of the body has come when the server goes, the other half comes while it is away.
    fileprivate func duringUpload() async throws {
        let acts = try await desk.acts()
        let write = Write.upload("declarations", declarations(1_000), period: "1400-H1")
        let (first, second) = write.halves(token: desk.token)
        let client = try RawClient(port: daemon.port)
        client.send(first)
        try await desk.noted(write)
        try await strike {
            client.send(second)
            let reply = try #require(Reply(try await client.receive(until: "request_id")))
            #expect(reply.isSentAway, "\(reply)")
        }
        #expect(try await declared() == 0)
        try await desk.expectDoneOnce(write, on: daemon, acts: acts + 1)
        #expect(try await declared() == 1_000)
    }

    /// The rows are being stored: they wait for a table that the test holds.
    fileprivate func duringImport() async throws {
        let acts = try await desk.acts()
        let write = Write.upload("declarations", declarations(1_200), period: "1400-H1")
        try await during(write, waitingFor: "registry.submission")
        #expect(try await declared() == 1_000)
        try await desk.expectDoneOnce(write, on: daemon, acts: acts + 1)
        #expect(try await declared() == 1_200)
    }

    /// The run is scored and waits to be stored.
    fileprivate func duringRun() async throws {
        let acts = try await desk.acts()
        let write = Write("/v1/periods/1400-H1/rank")
        try await during(write, waitingFor: "registry.assessment")
        #expect(try await assessed() == Self.offices)
        try await desk.expectDoneOnce(write, on: daemon, acts: acts + 1)
        #expect(try await assessed() == Self.offices * 2)
        #expect(try await desk.number("select count(*) from staging.assessment_row") == 0)
    }

    /// The server goes away while the write waits for a table.
    private func during(_ write: Write, waitingFor table: String) async throws {
        try await desk.holding("lock table \(table) in share mode") {
            let answer = Task { try await desk.send(write, to: daemon) }
            try await desk.waiting()
            try await strike {
                let reply = try #require(try await answer.value)
                #expect(reply.isSentAway, "\(write.path): \(reply)")
            }
        }
    }

    fileprivate func duringRead() async throws {
        let path = "/v1/periods/1399-H2/offices"
        var replies: [Reply] = []
        try await desk.holding("lock table registry.assessment in access exclusive mode") {
            let answer = Task { try await desk.get(path, of: daemon) }
            try await desk.waiting()
            try await strike { replies.append(try #require(try await answer.value)) }
        }
        let whole = try #require(try await desk.get(path, of: daemon))
        #expect(whole.status == 200)
        // A server that stops may end the holder of the lock first, and answer whom it let go.
        let reply = try #require(replies.first)
        #expect(reply.isSentAway || reply.body == whole.body, "\(reply)")
    }

    /// The first 2,000 lines are read when the server goes.
    fileprivate func duringStream(_ form: String) async throws {
        let path = "/v1/publications/1399-H2/\(form)"
        let broken = Task { try await daemon.curl(path, ["--max-time", "120"]) }
        try await reachPoint()
        try await strike {
            try FileManager.default.removeItem(at: point)
            let (status, text) = try await broken.value
            // 18: the answer ended before its end mark.
            #expect(status == 18 && text.contains("N-1"), "\(form): \(status) \(text.suffix(100))")
        }
        let repeated = Task { try await daemon.curl(path, ["--max-time", "120"]) }
        try await reachPoint()
        try FileManager.default.removeItem(at: point)
        let whole = try await repeated.value
        #expect(whole.status == 0)
        #expect(whole.output.split(whereSeparator: \.isNewline).count >= Self.offices)
    }

    private func reachPoint() async throws {
        try await desk.wait("the stream does not come to its second chunk") {
            FileManager.default.fileExists(atPath: point.path(percentEncoded: false))
        }
    }

    private func declared() async throws -> Int {
        try await desk.number(
            """
            select count(*) from registry.submission d join registry.evaluation_period p on p.id = d.period_id
            where p.half_year = '1400-H1'
            """)
    }

    private func assessed() async throws -> Int {
        try await desk.number("select count(*) from registry.assessment")
    }

    private func declarations(_ count: Int) -> String {
        "office_code,staff\n" + (1...count).map { "N-\($0),7\n" }.joined()
    }
}
