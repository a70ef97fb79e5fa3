import Foundation
import Testing

@testable import Postgres

@Suite("A transaction is whole or nothing")
struct TransactionTests {
    struct Stop: Error {}

    @Test("a transaction whose body throws is rolled back and rethrows the error")
    func rollback() async throws {
        try await TestServer.withClient { client in
            try await TestServer.withTable("n int", on: client) { table in
                await #expect(throws: Stop.self) {
                    try await client.withTransaction { connection in
                        try await connection.query("insert into \(unescaped: table) values (1)")
                        throw Stop()
                    }
                }
                try await client.withTransaction { try await $0.query("insert into \(unescaped: table) values (2)") }
                let rows = try await client.query("select n from \(unescaped: table)")
                #expect(try rows.decode(Int.self) == [2])
            }
        }
    }

    @Test("a transaction has the requested isolation and read-only mode")
    func isolation() async throws {
        let connection = try await TestServer.connect()
        let (level, readOnly) = try await connection.withTransaction(isolation: .repeatableRead, readOnly: true) {
            let rows = try await $0.query(
                "select current_setting('transaction_isolation'), current_setting('transaction_read_only')::bool")
            return try #require(try rows.first?.decode((String, Bool).self))
        }
        #expect(level == "repeatable read")
        #expect(readOnly)
    }

    @Test("a transaction in a transaction is refused")
    func nesting() async throws {
        let connection = try await TestServer.connect()
        try await connection.withTransaction { connection in
            await expectError(.invalidUse) { try await connection.withTransaction { _ in } }
            try await connection.query("select 1")
        }
    }

    @Test("a deferred constraint fails at COMMIT")
    func deferredConstraint() async throws {
        try await TestServer.withClient { client in
            let columns = "n int constraint n_is_unique unique deferrable initially deferred"
            try await TestServer.withTable(columns, on: client) { table in
                let error = await expectError(.serverError, sqlState: "23505") {
                    try await client.withTransaction {
                        try await $0.query("insert into \(unescaped: table) values (1), (1)")
                    }
                }
                #expect(error?.constraint == "n_is_unique")
                let rows = try await client.query("select from \(unescaped: table)")
                #expect(rows.isEmpty)
            }
        }
    }

    @Test("a COMMIT answered by ROLLBACK is an error")
    func swallowedError() async throws {
        let connection = try await TestServer.connect()
        await expectError(.transactionRolledBack) {
            try await connection.withTransaction { connection in
                _ = try? await connection.query("select 1 / 0")
            }
        }
        #expect(try await connection.query("select 1").count == 1)
    }

    @Test("twenty rivals for one row all succeed by retrying")
    func retries() async throws {
        try await TestServer.withClient(TestServer.configuration(connections: 20)) { client in
            try await TestServer.withTable("n int", on: client) { table in
                try await client.query("insert into \(unescaped: table) values (0)")
                try await withThrowingTaskGroup { group in
                    for _ in 0..<20 {
                        group.addTask {
                            try await client.withTransaction(isolation: .serializable, retries: 100) { connection in
                                let rows = try await connection.query("select n from \(unescaped: table)")
                                let n = try #require(try rows.first?.decode(Int.self))
                                try await connection.query("update \(unescaped: table) set n = \(n + 1)")
                            }
                        }
                    }
                    try await group.waitForAll()
                }
                let total = try await client.query("select n from \(unescaped: table)").first?.decode(Int.self)
                #expect(total == 20)
            }
        }
    }

    @Test("a transaction is retried only after a conflict")
    func otherErrorsAreNotRetried() async throws {
        let connection = try await TestServer.connect()
        var attempts = 0
        await expectError(.serverError, sqlState: "22012") {
            try await connection.withTransaction(retries: 5) {
                attempts += 1
                try await $0.query("select 1 / 0")
            }
        }
        #expect(attempts == 1)
        attempts = 0
        await expectError(.serverError, sqlState: "40001") {
            try await connection.withTransaction(retries: 2) {
                attempts += 1
                try await $0.execute(script: "do $$ begin raise exception using errcode = '40001'; end $$")
            }
        }
        #expect(attempts == 3)
    }
}
