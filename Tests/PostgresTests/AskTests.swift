import Testing

@testable import Postgres

@Suite("One question in one round trip")
struct AskTests {
    private static let opening: PostgresQuery = "select set_config('pishkhan.opened', \("yes"), true)"

    @Test("the question sees what the opening set, and nothing of it stays")
    func question() async throws {
        let connection = try await TestServer.connect()
        let rows = try await connection.ask(
            "select current_setting('pishkhan.opened'), \(7)::integer", opening: Self.opening)
        let (opened, number) = try rows[0].decode((String, Int).self)
        #expect(opened == "yes" && number == 7)
        #expect(connection.transactionStatus == .idle)
        let left = try await connection.query("select coalesce(current_setting('pishkhan.opened', true), '')")
        #expect(try left[0].decode(String.self).isEmpty)
        await connection.close()
    }

    @Test("a refused opening or question is the error, and leaves the connection free", arguments: [true, false])
    func refused(opens: Bool) async throws {
        let connection = try await TestServer.connect()
        let wrong: PostgresQuery = "select 1 / \(0)::integer"
        await expectError(.serverError, sqlState: "22012") {
            _ = try await connection.ask(opens ? "select 1" : wrong, opening: opens ? wrong : Self.opening)
        }
        #expect(connection.transactionStatus == .idle)
        #expect(try await connection.ask("select 5", opening: Self.opening)[0].decode(Int.self) == 5)
        await connection.close()
    }

    @Test("an opening that allows only reading holds for the question")
    func readOnly() async throws {
        let connection = try await TestServer.connect()
        let readOnly: PostgresQuery = "select set_config('transaction_read_only', \("on"), true)"
        await expectError(.serverError, sqlState: "25006") {
            _ = try await connection.ask("create table asked (id integer)", opening: readOnly)
        }
        await connection.close()
    }

    @Test("a question is refused inside a transaction, which goes on")
    func nested() async throws {
        let connection = try await TestServer.connect()
        try await connection.withTransaction { connection in
            await expectError(.invalidUse) { _ = try await connection.ask("select 1", opening: Self.opening) }
            let rows = try await connection.query("select 1")
            #expect(rows.count == 1)
        }
        await connection.close()
    }

    @Test("a NUL in the question is refused before anything is sent")
    func nul() async throws {
        let connection = try await TestServer.connect()
        await expectError(.encodingFailed) {
            _ = try await connection.ask("select \("a\0b")::text", opening: Self.opening)
        }
        #expect(connection.transactionStatus == .idle)
        await connection.close()
    }

    @Test("cancelling the task ends the question at the server, and the connection is free")
    func cancelled() async throws {
        let connection = try await TestServer.connect()
        let asking = Task { try await connection.ask("select pg_sleep(120)", opening: Self.opening) }
        try await Task.sleep(for: .milliseconds(100))
        asking.cancel()
        await #expect(throws: CancellationError.self) { try await asking.value }
        #expect(try await connection.ask("select 5", opening: Self.opening)[0].decode(Int.self) == 5)
        await connection.close()
    }

    @Test("a transaction's opening that is refused is the error, and the body does not run")
    func opening() async throws {
        let connection = try await TestServer.connect()
        await expectError(.serverError, sqlState: "22012") {
            try await connection.withTransaction(opening: "select 1 / \(0)::integer") { _ in
                Issue.record("the body ran")
            }
        }
        #expect(connection.transactionStatus == .idle)
        await connection.close()
    }
}
