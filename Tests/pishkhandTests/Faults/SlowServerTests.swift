import Foundation
import Postgres
import TestDatabase
import Testing

@Suite("A slow server")
struct SlowServerTests {
    private static let list = "/v1/periods/1400-H1/offices"

    @Test("a request that waits too long is stopped with 503 and leaves nothing, and others are answered meanwhile")
    func lock() async throws {
        try await FaultDesk.ranked(["--statement-timeout", "5", "--connections", "4"]) { desk, daemon in
            try await desk.holding("lock table registry.assessment in access exclusive mode") {
                let slow = (1...2).map { _ in Task { try await desk.get(Self.list, of: daemon) } }
                #expect(try #require(try await desk.get("/v1/periods", of: daemon)).status == 200)
                for task in slow {
                    let reply = try #require(try await task.value)
                    #expect(reply.isSentAway && reply.code == "took_too_long", "\(reply)")
                }
            }
            #expect(try #require(try await desk.get(Self.list, of: daemon)).status == 200)
            let acts = try await desk.acts()
            let write = Write("/v1/periods", #"{"period": "1400-H2"}"#)
            try await desk.holding("lock table registry.evaluation_period in share mode") {
                let reply = try #require(try await desk.send(write, to: daemon))
                #expect(reply.isSentAway && reply.code == "took_too_long", "\(reply)")
            }
            #expect(try await desk.acts() == acts)
            try await desk.expectDoneOnce(write, on: daemon, acts: acts + 1)
        }
    }

    @Test("requests are refused while slow ones hold every connection, and the slow ones are still answered")
    func everyConnection() async throws {
        try await FaultDesk.ranked(["--connections", "2"]) { desk, daemon in
            let slow = try await desk.holding("lock table registry.assessment in access exclusive mode") {
                let slow = (1...2).map { _ in Task { try await desk.get(Self.list, of: daemon) } }
                try await desk.waiting(2)
                let reply = try #require(try await desk.get("/v1/periods", of: daemon))
                #expect(reply.isSentAway, "\(reply)")
                #expect(try await daemon.get("/health").status == 200)
                return slow
            }
            for task in slow { #expect(try #require(try await task.value).status == 200) }
        }
    }

    @Test("a session that is frozen is given up, and others are answered meanwhile")
    func frozenSession() async throws {
        try await FaultDesk.ranked(["--statement-timeout", "5"]) { desk, daemon in
            let (session, answer) = try await desk.holding("lock table registry.assessment in access exclusive mode") {
                let answer = Task { try await desk.get(Self.list, of: daemon) }
                try await desk.waiting()
                let session = try await desk.number(
                    "select pid from pg_stat_activity where wait_event_type = 'Lock' and application_name = 'pishkhand'"
                )
                Foundation.kill(Int32(session), SIGSTOP)
                return (session, answer)
            }
            #expect(try #require(try await desk.get("/v1/periods", of: daemon)).status == 200)
            #expect(try #require(try await answer.value).isSentAway)
            Foundation.kill(Int32(session), SIGCONT)
        }
    }

    @Test("a server that is frozen as a whole is given up, and found again when it goes on")
    func frozenServer() async throws {
        try await PrivateServer.with { server in
            let desk = try await FaultDesk(before: .make("faults", on: server))
            let daemon = try await desk.daemon(["--statement-timeout", "5"])
            #expect(try #require(try await desk.get("/v1/periods", of: daemon)).status == 200)
            let rest = try await desk.rest(of: daemon)
            let acts = try await desk.acts()
            let write = Write("/v1/periods", #"{"period": "1400-H1"}"#)
            try server.freeze()
            let questions = (1...3).map { _ in Task { try await desk.get("/v1/periods", of: daemon) } }
            let reply = try #require(try await desk.send(write, to: daemon))
            #expect(reply.isSentAway, "\(reply)")
            for question in questions { #expect(try #require(try await question.value).isSentAway) }
            try server.thaw()
            try await desk.expectDoneOnce(write, on: daemon, acts: acts + 1)
            try await desk.expectRest(of: daemon, like: rest)
            #expect(try await daemon.stop() == 0)
        }
    }

    @Test("a daemon before a frozen server stops on a signal")
    func stopping() async throws {
        try await PrivateServer.with { server in
            let desk = try await FaultDesk(before: .make("faults", on: server))
            let daemon = try await desk.daemon(["--stop-timeout", "1"])
            try server.freeze()
            let question = Task { try await desk.get("/v1/periods", of: daemon) }
            try await desk.wait("the question does not come") {
                try await daemon.get("/metrics").body.contains("pishkhan_requests_under_way 2")
            }
            // 9: it had to be killed.
            #expect(try await daemon.stop() != 9)
            _ = try await question.value
            try server.thaw()
        }
    }

    @Test("an import may wait longer than the statement timeout of other requests")
    func longImport() async throws {
        try await FaultDesk.with { desk in
            let daemon = try await desk.daemon(["--statement-timeout", "5"])
            let rest = try await desk.rest(of: daemon)
            let answer = try await desk.holding("lock table registry.office in share mode") {
                let answer = Task { try await desk.send(.upload("offices", officesFile(3)), to: daemon) }
                try await desk.wait("the import does not wait for longer than any question") {
                    try await desk.number(
                        """
                        select count(*) from pg_stat_activity where datname = current_database()
                            and wait_event_type = 'Lock' and clock_timestamp() - query_start > '16 seconds'
                        """) == 1
                }
                return answer
            }
            #expect(try #require(try await answer.value).isDone)
            try await desk.expectRest(of: daemon, like: rest)
            #expect(try await daemon.stop() == 0)
        }
    }

    @Test("requests are refused while the server has no free connection, and repeated ones are done once")
    func noConnections() async throws {
        // The test's own sessions, and those that are just ending, have places of their own.
        let settings = ["max_connections": "17", "superuser_reserved_connections": "8"]
        try await PrivateServer.with(settings: settings) { server in
            let desk = try await FaultDesk(before: .make("faults", on: server))
            let daemon = try await desk.daemon(["--connections", "4"])
            try await desk.rank("1400-H1", offices: 50, on: daemon)
            let rest = try await desk.rest(of: daemon)
            let acts = try await desk.acts()
            let writes = [
                Write("/v1/periods/1400-H1/reopen", #"{"reason": "x"}"#), .upload("offices", officesFile(60)),
            ]
            let half = Write.upload("offices", officesFile(70))
            let (first, second) = half.halves(token: desk.token)
            let uploader = try RawClient(port: daemon.port)
            uploader.send(first)
            try await desk.noted(half)
            let taken = try await desk.takeEveryConnection()
            for path in ["/v1/periods", "/v1/agencies"] {
                let reply = try #require(try await desk.get(path, of: daemon))
                #expect(reply.isSentAway, "\(reply)")
            }
            uploader.send(second)
            let broken = try #require(Reply(try await uploader.receive(until: "request_id")))
            #expect(broken.isSentAway, "\(broken)")
            for write in writes {
                let reply = try #require(try await desk.send(write, to: daemon))
                #expect(reply.isSentAway, "\(reply)")
            }
            for connection in taken { await connection.close() }
            #expect(try await desk.acts() == acts)
            for (number, write) in (writes + [half]).enumerated() {
                try await desk.expectDoneOnce(write, on: daemon, acts: acts + number + 1)
            }
            try await desk.expectRest(of: daemon, like: rest, connections: 8)
            #expect(try await daemon.stop() == 0)
        }
    }
}

extension FaultDesk {
    /// A daemon with a ranked half-year before a server of its own; afterwards both are at rest.
    fileprivate static func ranked(
        _ options: [String], _ body: (FaultDesk, DaemonProgram) async throws -> Void
    ) async throws {
        try await PrivateServer.with { server in
            let desk = try await FaultDesk(before: .make("faults", on: server))
            let daemon = try await desk.daemon(options)
            try await desk.rank("1400-H1", offices: 50, on: daemon)
            let rest = try await desk.rest(of: daemon)
            try await body(desk, daemon)
            try await desk.expectRest(of: daemon, like: rest)
            #expect(try await daemon.stop() == 0)
        }
    }

    /// Takes what is free, ends the daemon's sessions, and takes their places too.
    fileprivate func takeEveryConnection() async throws -> [PostgresConnection] {
        var taken: [PostgresConnection] = []
        let login = PostgresConfiguration(connectionString: database.address(as: "pishkhan_app"))
        try await wait("the daemon keeps a connection") {
            while let connection = try? await PostgresConnection.connect(login, logger: TestDatabase.logger) {
                taken.append(connection)
            }
            return try await number(
                """
                select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity where application_name = 'pishkhand'
                """) == 0
        }
        return taken
    }
}
