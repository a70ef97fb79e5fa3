import Foundation
import Logging
import ServiceLifecycle
import Testing

@testable import Postgres

@Suite("The client lends connections within its limits")
struct PoolTests {
    @Test("a caller is refused at once if the pool's queue is full")
    func exhausted() async throws {
        var configuration = TestServer.configuration(connections: 1)
        configuration.maximumWaiters = 0
        try await TestServer.withClient(configuration) { client in
            try await client.withConnection { _ in
                await expectError(.poolExhausted) { try await client.query("select 1") }
            }
        }
    }

    @Test("a caller waits no longer than the lease timeout")
    func timeout() async throws {
        var configuration = TestServer.configuration(connections: 1)
        configuration.leaseTimeout = .milliseconds(50)
        try await TestServer.withClient(configuration) { client in
            try await client.withConnection { _ in
                let error = await expectError(.leaseTimeout) { try await client.query("select 1") }
                #expect(error?.file?.hasSuffix("PoolTests.swift") == true)
            }
            try await client.query("select 1")
        }
    }

    @Test("waiting callers are served in the order they came")
    func order() async throws {
        try await TestServer.withClient(TestServer.configuration(connections: 1)) { client in
            let served = Journal<Int>()
            var waiting: [Task<Void, any Error>] = []
            try await client.withConnection { _ in
                for number in 0..<10 {
                    waiting.append(
                        Task { try await client.withConnection { _ in served.add(number) } })
                    try await expectEventually { client.pool.waiterCount == number + 1 }
                }
            }
            for task in waiting { try await task.value }
            #expect(served.entries == Array(0..<10))
        }
    }

    @Test("a cancelled caller leaves the pool's queue")
    func cancelledWaiter() async throws {
        try await TestServer.withClient(TestServer.configuration(connections: 1)) { client in
            try await client.withConnection { _ in
                let waiting = Task { try await client.query("select 1").count }
                try await expectEventually { client.pool.waiterCount == 1 }
                waiting.cancel()
                await #expect(throws: CancellationError.self) { try await waiting.value }
                #expect(client.pool.waiterCount == 0)
            }
        }
    }

    @Test("a transaction left open is rolled back and the connection used again")
    func openTransaction() async throws {
        try await TestServer.withClient(TestServer.configuration(connections: 1)) { client in
            let first = try await client.withConnection { connection in
                try await connection.query("begin")
                return await connection.backendID
            }
            let (second, status) = try await client.withConnection { connection in
                (await connection.backendID, connection.transactionStatus)
            }
            #expect(first == second)
            #expect(status == .idle)
        }
    }

    @Test("three hundred callers share three connections")
    func crowd() async throws {
        var configuration = TestServer.configuration(connections: 3)
        configuration.maximumWaiters = 500
        configuration.leaseTimeout = .seconds(120)
        try await TestServer.withClient(configuration) { client in
            let sum = try await withThrowingTaskGroup { group in
                for number in 1...300 {
                    group.addTask { try await client.query("select \(number)::int").first?.decode(Int.self) ?? 0 }
                }
                return try await group.reduce(0, +)
            }
            #expect(sum == 45_150)
        }
    }

    @Test("sixty-four waiting statements do not hold each other up")
    func sleepers() async throws {
        try await TestServer.withClient(TestServer.configuration(connections: 64)) { client in
            let mark = TestServer.tableName()
            let sleeping = Task {
                try await withThrowingTaskGroup { group in
                    for _ in 0..<64 {
                        group.addTask { _ = try await client.query("select pg_sleep(600) as \(unescaped: mark)") }
                    }
                    try await group.waitForAll()
                }
            }
            defer { sleeping.cancel() }
            let watcher = try await TestServer.connect()
            let pattern = "%\(mark)"
            try await expectEventually {
                let asleep = try await watcher.query(
                    "select from pg_stat_activity where wait_event = 'PgSleep' and query like \(pattern)")
                return asleep.count == 64
            }
            sleeping.cancel()
            await #expect(throws: CancellationError.self) { try await sleeping.value }
        }
    }

    @Test("a client run as a service keeps its minimum, closes idle connections and ends at graceful shutdown")
    func service() async throws {
        var configuration = TestServer.configuration(connections: 4)
        configuration.minimumConnections = 1
        configuration.connectionIdleTimeout = .milliseconds(50)
        let client = PostgresClient(configuration: configuration, logger: TestServer.logger())
        let group = ServiceGroup(services: [client], logger: TestServer.logger())
        let running = Task { try await group.run() }
        try await expectEventually { client.pool.idleCount == 1 }
        try await withThrowingTaskGroup { tasks in
            for _ in 0..<4 { tasks.addTask { _ = try await client.query("select pg_sleep(0.1)") } }
            try await tasks.waitForAll()
        }
        try await expectEventually { client.pool.idleCount == 1 }
        await group.triggerGracefulShutdown()
        try await running.value
        await expectError(.clientClosed) { try await client.query("select 1") }
        #expect(client.pool.idleCount == 0)
    }

    @Test("closing a client waits for its work under way")
    func closing() async throws {
        let client = PostgresClient(configuration: TestServer.configuration(), logger: TestServer.logger())
        let working = Task { try await client.query("select 7, pg_sleep(0.2)").first?.decode(Int.self) }
        try await expectEventually { client.pool.leasedCount == 1 }
        await client.close()
        #expect(client.pool.leasedCount == 0)
        #expect(try await working.value == 7)
    }
}
