import Foundation
import Testing

@testable import Postgres

@Suite("A server that does not answer any more")
struct SilentHostTests {
    /// Room for a slow machine before the silence, and for the client to give up in it.
    private func configuration(_ proxy: SilentProxy) -> PostgresConfiguration {
        var configuration = TestServer.configuration(connections: 1)
        configuration.connectionString = proxy.address(TestServer.connectionString)
        configuration.statementTimeout = .seconds(4)
        configuration.answerGrace = .seconds(2)
        return configuration
    }

    @Test("a statement on a silent server fails after its timeout, and its connection is replaced")
    func statement() async throws {
        let proxy = try SilentProxy(TestServer.connectionString)
        try await TestServer.withClient(configuration(proxy)) { client in
            try await client.query("select 1")
            proxy.silence()
            let started = ContinuousClock.now
            await expectError(.connectionLost) { try await client.query("select 1") }
            #expect(ContinuousClock.now - started > .seconds(5))
            proxy.speak()
            let answer = try await client.query("select 1").first?.decode(Int.self)
            #expect(answer == 1)
        }
    }

    @Test("a COMMIT without an answer has an unknown outcome")
    func commit() async throws {
        let proxy = try SilentProxy(TestServer.connectionString)
        try await TestServer.withClient(configuration(proxy)) { client in
            await expectError(.commitUnknown) {
                try await client.withTransaction { connection in
                    try await connection.query("select 1")
                    proxy.silence()
                }
            }
        }
    }

    @Test("a cancelled statement on a silent server ends")
    func cancelled() async throws {
        let proxy = try SilentProxy(TestServer.connectionString)
        try await TestServer.withClient(configuration(proxy)) { client in
            let isUnlimited = Journal<Bool>()
            let task = Task {
                try await client.withTransaction { connection in
                    try await connection.withoutStatementTimeout()
                    proxy.silence()
                    isUnlimited.add(true)
                    try await connection.query("select 1")
                }
            }
            try await expectEventually { !isUnlimited.entries.isEmpty }
            task.cancel()
            await #expect(throws: (any Error).self) { try await task.value }
        }
    }

    @Test("a transaction without a statement timeout may take longer, and the next one has the timeout again")
    func unlimited() async throws {
        let proxy = try SilentProxy(TestServer.connectionString)
        try await TestServer.withClient(configuration(proxy)) { client in
            try await client.withTransaction { connection in
                try await connection.withoutStatementTimeout()
                try await connection.query("select pg_sleep(7)")
            }
            proxy.silence()
            await expectError(.connectionLost) { try await client.query("select 1") }
        }
    }

    @Test("a connection gives up a host that acknowledges nothing for 20 seconds, or as its address says")
    func vanished() async throws {
        let proxy = try SilentProxy(TestServer.connectionString)
        var configuration = configuration(proxy)
        for (text, milliseconds) in [("", 20_000), (" tcp_user_timeout=7000", 7_000)] {
            configuration.connectionString = proxy.address(TestServer.connectionString) + text
            try await TestServer.withClient(configuration) { client in
                let limits = try await client.withConnection { await $0.hostLimits }
                #expect(limits.unacknowledged == milliseconds)
                #expect(limits.idle == 15 && limits.isWatched)
            }
        }
    }
}

extension PostgresConnection {
    /// What the socket has: milliseconds until unacknowledged bytes end it, and seconds until a quiet one is asked.
    fileprivate var hostLimits: (unacknowledged: Int, idle: Int, isWatched: Bool) {
        func option(_ level: Int32, _ name: Int32) -> Int {
            var (value, size) = (Int32(-1), socklen_t(MemoryLayout<Int32>.size))
            getsockopt(exchange.socket, level, name, &value, &size)
            return Int(value)
        }
        let tcp = Int32(IPPROTO_TCP)
        return (option(tcp, TCP_USER_TIMEOUT), option(tcp, TCP_KEEPIDLE), option(SOL_SOCKET, SO_KEEPALIVE) == 1)
    }
}
