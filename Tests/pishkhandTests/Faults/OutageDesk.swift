import Foundation
import TestDatabase
import Testing

/// A daemon before a server of its own that goes away and comes back. 1399-H2 is published with 2,500 offices, and
/// 1400-H1 is open.
struct OutageDesk: Sendable {
    let server: PrivateServer
    let desk: FaultDesk
    let daemon: DaemonProgram
    let outage: Outage
    /// Where the daemon waits between two chunks of a stream.
    let point: URL

    static let offices = 2_500

    /// Afterwards daemon and server are at rest, and the daemon stops as it should.
    static func with(_ outage: Outage, _ body: (OutageDesk) async throws -> Void) async throws {
        try await PrivateServer.with { server in
            let desk = try await FaultDesk(before: .make("faults", on: server))
            let point = FileManager.default.temporaryDirectory.appending(path: "reached-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: point) }
            let daemon = try await desk.daemon(point: "lines_after_chunk", file: point, ["--clock", "true"])
            let fault = OutageDesk(server: server, desk: desk, daemon: daemon, outage: outage, point: point)
            try await fault.prepare()
            let rest = try await desk.rest(of: daemon)
            try await body(fault)
            try await desk.expectRest(of: daemon, like: rest)
            #expect(try await daemon.stop() == 0)
        }
    }

    private func prepare() async throws {
        try await desk.rank("1399-H2", offices: Self.offices, on: daemon)
        let writes = [
            Write("/v1/periods/1399-H2/publish"), Write("/v1/periods", #"{"period": "1400-H1"}"#),
            Write("/v1/periods/1400-H1/open", #"{"scheme": "small@1"}"#),
        ]
        for write in writes { try await desk.done(write, on: daemon) }
    }

    /// The server goes away, the daemon says so at once and at every address that needs it, `whileAway` is done, and the
    /// server comes back. What was acknowledged before is there, and the daemon finds it by itself.
    func strike(_ whileAway: () async throws -> Void) async throws {
        let acts = try await desk.acts()
        try await server.end(outage)
        try await whileAway()
        var times: [Duration] = []
        for path in ["/v1/agencies", "/v1/periods", "/v1/schemes"] {
            let asked = ContinuousClock.now
            let reply = try #require(try await desk.get(path, of: daemon))
            times.append(ContinuousClock.now - asked)
            #expect(reply.isSentAway, "\(path): \(reply)")
        }
        // The best of them: a busy machine is no fault of the daemon.
        #expect(try #require(times.min()) < .seconds(5))
        #expect(try await daemon.get("/health").status == 200)
        try await eventually("it seems ready") { try await daemon.get("/ready").status == 503 }
        try await server.start()
        #expect(try await desk.acts() == acts)
        try await desk.wait("the daemon does not come back") {
            let found = try await desk.get("/v1/publications/1399-H2", of: daemon)?.status
            let ready = try await daemon.get("/ready").status
            return found == 200 && ready == 200
        }
    }
}

extension FaultDesk {
    /// A write that nothing disturbs.
    func done(
        _ write: Write, on daemon: DaemonProgram, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let reply = try #require(try await send(write, to: daemon), sourceLocation: sourceLocation)
        try #require(reply.isDone, "\(write.path): \(reply)", sourceLocation: sourceLocation)
    }

    /// From its plan to its ranks, with so many offices of which two took part.
    func rank(_ period: String, offices: Int, on daemon: DaemonProgram) async throws {
        let writes = [
            Write("/v1/periods", #"{"period": "\#(period)"}"#),
            Write("/v1/periods/\(period)/open", #"{"scheme": "small@1"}"#),
            .upload("offices", officesFile(offices)),
            .upload("declarations", "office_code,staff\nN-1,7\nN-2,4\n", period: period),
            Write("/v1/periods/\(period)/close"), Write("/v1/periods/\(period)/rank"),
        ]
        for write in writes { try await done(write, on: daemon) }
    }
}
