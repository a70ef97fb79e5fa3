import Foundation
import TestDatabase
import Testing

@Suite("A crowd before a server that is away")
struct CrowdTests {
    @Test("a thousand clients at once are all sent away, what they took comes back, and so does the server")
    func crowd() async throws {
        try SlowClientTests.allowFiles(2_000)
        try await PrivateServer.with { server in
            let desk = try await FaultDesk(before: .make("faults", on: server))
            let daemon = try await desk.daemon()
            #expect(try #require(try await desk.get("/v1/agencies", of: daemon)).status == 200)
            let rest = try await desk.rest(of: daemon)
            try await server.end(.killed)
            #expect(try await sentAway(1_000, from: daemon) == 1_000)
            try await server.start()
            try await desk.wait("the daemon does not come back") {
                try await desk.get("/v1/agencies", of: daemon)?.status == 200
            }
            try await desk.expectRest(of: daemon, like: rest)
            #expect(try await daemon.stop() == 0)
        }
    }

    /// How many clients of so many are sent away; all of them have gone when it returns.
    private func sentAway(_ count: Int, from daemon: DaemonProgram) async throws -> Int {
        let clients = try (1...count).map { _ in try RawClient(port: daemon.port) }
        for client in clients { client.send("GET /v1/agencies HTTP/1.1\r\nHost: a\r\n\r\n") }
        var sentAway = 0
        for client in clients {
            if let reply = Reply(try await client.receive(until: "request_id")), reply.isSentAway { sentAway += 1 }
        }
        return sentAway
    }
}
