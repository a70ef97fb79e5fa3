import Foundation
import Testing

@testable import Postgres

@Suite("A lost connection is reported and replaced")
struct LostConnectionTests {
    private func terminate(_ backend: Int32) async throws {
        try await TestServer.connect().query("select pg_terminate_backend(\(backend))")
    }

    @Test("a backend killed during a query throws one error, and the next query works")
    func killed() async throws {
        try await TestServer.withClient(TestServer.configuration(connections: 1)) { client in
            let backend = Journal<Int32>()
            let task = Task {
                try await client.withConnection { connection in
                    backend.add(await connection.backendID)
                    try await connection.query("select pg_sleep(600)")
                }
            }
            let watcher = try await TestServer.connect()
            try await expectEventually {
                guard let number = backend.entries.first else { return false }
                return try await !watcher.query(
                    "select from pg_stat_activity where pid = \(number) and wait_event = 'PgSleep'"
                ).isEmpty
            }
            try await terminate(backend.entries[0])
            await expectError(.connectionLost, sqlState: "57P01") { _ = try await task.value }
            let answer = try await client.query("select 1").first?.decode(Int.self)
            #expect(answer == 1)
        }
    }

    @Test("a connection killed while idle is replaced without an error")
    func killedIdle() async throws {
        try await TestServer.withClient(TestServer.configuration(connections: 1)) { client in
            let backend = try await client.withConnection { await $0.backendID }
            try await terminate(backend)
            try await expectEventually {
                let other = try await TestServer.connect()
                return try await other.query("select from pg_stat_activity where pid = \(backend)").isEmpty
            }
            let next = try await client.withConnection { connection in
                try await connection.query("select 1")
                return await connection.backendID
            }
            #expect(next != backend)
        }
    }

    @Test("a connection lost during COMMIT leaves the result unknown")
    func lostCommit() async throws {
        try await TestServer.withClient(TestServer.configuration(connections: 1)) { client in
            // The deferred trigger runs at COMMIT, and ends its own backend there.
            let table = TestServer.tableName()
            try await client.withConnection {
                try await $0.execute(
                    script: """
                        create table \(table) (n int);
                        create function \(table)() returns trigger language plpgsql as
                            $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
                        create constraint trigger killer after insert on \(table) deferrable initially deferred
                            for each row execute function \(table)();
                        """)
            }
            await expectError(.commitUnknown) {
                try await client.withTransaction { try await $0.query("insert into \(unescaped: table) values (1)") }
            }
            try await client.query("drop table \(unescaped: table)")
            try await client.query("drop function \(unescaped: table)")
        }
    }

    @Test("a connection lost inside a transaction is reported as lost, not as an unknown result")
    func lostInside() async throws {
        try await TestServer.withClient(TestServer.configuration(connections: 1)) { client in
            await expectError(.connectionLost) {
                try await client.withTransaction {
                    try await $0.query("select pg_terminate_backend(pg_backend_pid())")
                }
            }
            try await client.query("select 1")
        }
    }

    @Test("a connection lost during a COPY is reported as lost, and the client stays usable")
    func lostCopy() async throws {
        try await TestServer.withClient(TestServer.configuration(connections: 1)) { client in
            try await TestServer.withTable("n int", on: client) { table in
                await expectError(.connectionLost) {
                    try await client.withConnection { connection in
                        let backend = await connection.backendID
                        try await connection.copyIn(into: table, columns: ["n"]) { writer in
                            try await terminate(backend)
                            for n in 0..<Int32(10_000_000) {
                                writer.beginRow(fields: 1)
                                writer.int4(n)
                                try await writer.endRow()
                            }
                        }
                    }
                }
                let rows = try await client.query("select from \(unescaped: table)")
                #expect(rows.isEmpty)
            }
        }
    }

    @Test("every call on a closed connection is refused")
    func closed() async throws {
        let connection = try await TestServer.connect()
        await connection.close()
        await expectError(.connectionLost) { try await connection.query("select 1") }
        await expectError(.connectionLost) { try await connection.execute(script: "select 1") }
        await expectError(.connectionLost) { try await connection.withTransaction { _ in } }
        await expectError(.connectionLost) { try await connection.copyIn(into: "none", columns: []) { _ in } }
    }
}
