import Foundation
import TestDatabase
import Testing

@Suite("A crowd before a server that is away")
struct CrowdTests {
    @Test("a thousand clients of an absent server are all refused, and the daemon recovers with the server")
    func crowd() async throws {
        try await PrivateServer.with { server in
            let desk = try await FaultDesk(before: .make("faults", on: server))
            let daemon = try await desk.daemon()
            #expect(try #require(try await desk.get("/v1/agencies", of: daemon)).status == 200)
            let rest = try await desk.rest(of: daemon)
            try await server.end(.killed)
            let count = try await Crowd.with { try await sentAway(by: daemon) }
            #expect(count == 1_000)
            try await server.start()
            try await desk.wait("the daemon does not come back") {
                try await desk.get("/v1/agencies", of: daemon)?.status == 200
            }
            try await desk.expectRest(of: daemon, like: rest)
            #expect(try await daemon.stop() == 0)
        }
    }

    /// How many clients are sent away; all of them have gone when it returns.
    private func sentAway(by daemon: DaemonProgram) async throws -> Int {
        let clients = try Crowd.asking("GET /v1/agencies HTTP/1.1\r\nHost: a\r\n\r\n", daemon)
        var sentAway = 0
        for client in clients {
            if let reply = Reply(try await client.receive(until: "request_id")), reply.isSentAway { sentAway += 1 }
        }
        return sentAway
    }
}
