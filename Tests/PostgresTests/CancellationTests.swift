import Foundation
import Testing

@testable import Postgres

@Suite("A cancelled task cancels its statement on the server")
struct CancellationTests {
    private func isRunning(_ mark: String, on client: PostgresClient) async throws -> Bool {
        let pattern = "%\(mark)%"
        let rows = try await client.query(
            """
            select from pg_stat_activity
            where state = 'active' and query like \(pattern) and pid <> pg_backend_pid()
            """)
        return !rows.isEmpty
    }

    @Test("a cancelled query ends on the server, and its connection stays usable")
    func query() async throws {
        try await TestServer.withClient { client in
            let mark = TestServer.tableName()
            let backend = Journal<Int32>()
            let sleeping = Task {
                try await client.withConnection { connection in
                    backend.add(await connection.backendID)
                    do {
                        try await connection.query("select pg_sleep(600) as \(unescaped: mark)")
                    } catch is CancellationError {
                        backend.add(connection.isQuiet && connection.transactionStatus == .idle ? 1 : 0)
                        throw CancellationError()
                    }
                }
            }
            try await expectEventually { try await isRunning(mark, on: client) }
            sleeping.cancel()
            await #expect(throws: CancellationError.self) { try await sleeping.value }
            #expect(backend.entries.last == 1)
            try await expectEventually { try await !isRunning(mark, on: client) }
        }
    }

    @Test("a task that is cancelled before it starts sends no query")
    func before() async throws {
        try await TestServer.withClient { client in
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await client.query("select 1").count
            }
            await #expect(throws: CancellationError.self) { try await task.value }
        }
    }

    @Test("cancelling at any moment never hits the next statement", arguments: 0..<40)
    func anyMoment(step: Int) async throws {
        let connection = try await TestServer.connect()
        let task = Task { try await connection.query("select pg_sleep(0.004)").count }
        try await Task.sleep(for: .microseconds(step * 200))
        task.cancel()
        _ = await task.result
        for _ in 0..<5 { #expect(try await connection.query("select 1").count == 1) }
    }

    @Test("a transaction is rolled back when its task is cancelled")
    func transaction() async throws {
        try await TestServer.withClient { client in
            try await TestServer.withTable("n int", on: client) { table in
                let mark = TestServer.tableName()
                let task = Task {
                    try await client.withTransaction { connection in
                        try await connection.query("insert into \(unescaped: table) values (1)")
                        try await connection.query("select pg_sleep(60) as \(unescaped: mark)")
                    }
                }
                try await expectEventually { try await isRunning(mark, on: client) }
                task.cancel()
                await #expect(throws: CancellationError.self) { _ = try await task.value }
                let rows = try await client.query("select from \(unescaped: table)")
                #expect(rows.isEmpty)
            }
        }
    }

    @Test("an endless COPY ends when its task is cancelled")
    func copy() async throws {
        try await TestServer.withClient { client in
            try await TestServer.withTable("n int", on: client) { table in
                let task = Task {
                    try await client.withConnection { connection in
                        try await connection.copyIn(into: table, columns: ["n"]) { writer in
                            while true {
                                writer.beginRow(fields: 1)
                                writer.int4(1)
                                try await writer.endRow()
                            }
                        }
                    }
                }
                try await expectEventually { try await isRunning("copy \"\(table)\"", on: client) }
                task.cancel()
                await #expect(throws: CancellationError.self) { _ = try await task.value }
                let rows = try await client.query("select from \(unescaped: table)")
                #expect(rows.isEmpty)
            }
        }
    }

    @Test("a COPY whose rows wait for a lock is cancelled while it waits")
    func blockedCopy() async throws {
        try await TestServer.withClient(TestServer.configuration(connections: 3)) { client in
            try await TestServer.withTable("n int primary key", on: client) { table in
                try await client.withTransaction { blocker in
                    try await blocker.query("insert into \(unescaped: table) values (1)")
                    let task = Task {
                        try await client.withConnection { connection in
                            try await connection.copyIn(into: table, columns: ["n"]) { writer in
                                for n in 1..<Int32.max {
                                    writer.beginRow(fields: 1)
                                    writer.int4(n)
                                    try await writer.endRow()
                                }
                            }
                        }
                    }
                    try await expectEventually {
                        let waiting = try await client.query(
                            """
                            select from pg_stat_activity
                            where query like \("copy \"" + table + "%") and wait_event_type = 'Lock'
                            """)
                        return !waiting.isEmpty
                    }
                    task.cancel()
                    await #expect(throws: CancellationError.self) { _ = try await task.value }
                }
            }
        }
    }

    @Test("the server's statement timeout is no cancellation of the task")
    func statementTimeout() async throws {
        var configuration = TestServer.configuration()
        configuration.statementTimeout = .seconds(2)
        let connection = try await PostgresConnection.connect(configuration, logger: TestServer.logger())
        await expectError(.cancelled, sqlState: "57014") { try await connection.query("select pg_sleep(60)") }
    }
}
