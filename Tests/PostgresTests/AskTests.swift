import Testing

@testable import Postgres

@Suite("One question in one round trip")
struct AskTests {
    private static let opening: PostgresQuery = "select set_config('pishkhan.opened', \("yes"), true)"

    @Test("a question sees the settings of its opening, and none of them stays on the connection")
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

    @Test("an error in a question or its opening is thrown and leaves the connection free", arguments: [true, false])
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

    @Test("a question with a read-only opening cannot write")
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

    @Test("a question with a NUL is refused before it is sent")
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

    @Test("a transaction whose opening fails throws the error and does not run its body")
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

    @Test("the server parses a question once per connection, whatever its values")
    func prepared() async throws {
        let connection = try await TestServer.connect()
        for number in [3, 4, 5] {
            let rows = try await connection.ask("select \(number)::integer as n", opening: Self.opening)
            #expect(try rows[0]["n"] == number)
        }
        let kept = try await connection.query("select statement from pg_prepared_statements order by 1")
        #expect(try kept.decode(String.self) == [Self.opening.sql, "select $1::integer as n"].sorted())
        await connection.close()
    }

    @Test("a question that fails stays prepared, and succeeds with other values")
    func preparedFailure() async throws {
        let connection = try await TestServer.connect()
        for _ in 0..<3 {
            await expectError(.serverError, sqlState: "22012") {
                _ = try await connection.ask("select 10 / \(0)::integer as n", opening: Self.opening)
            }
        }
        let rows = try await connection.ask("select 10 / \(5)::integer as n", opening: Self.opening)
        #expect(try rows[0]["n"] == 2)
        let kept = try await connection.query("select count(*) from pg_prepared_statements")
        #expect(try kept[0].decode(Int.self) == 2)
        await connection.close()
    }

    @Test("a question is answered after its table was made anew with other columns, and after its statement is gone")
    func madeAnew() async throws {
        let connection = try await TestServer.connect()
        try await connection.execute(script: "create temporary table asked (n int); insert into asked values (1)")
        let question: PostgresQuery = "select * from asked"
        #expect(try await connection.ask(question, opening: Self.opening)[0]["n"] == 1)
        try await connection.execute(
            script: "drop table asked; create temporary table asked (t text); insert into asked values ('x')")
        for _ in 0..<2 { #expect(try await connection.ask(question, opening: Self.opening)[0]["t"] == "x") }
        try await connection.execute(script: "deallocate all")
        for _ in 0..<2 { #expect(try await connection.ask(question, opening: Self.opening)[0]["t"] == "x") }
        await connection.close()
    }

    @Test("a connection answers more questions than it keeps prepared")
    func many() async throws {
        let connection = try await TestServer.connect()
        for number in 0..<120 {
            let question = PostgresQuery(unsafeSQL: "select \(number) as n")
            #expect(try await connection.ask(question, opening: Self.opening)[0]["n"] == number)
        }
        let kept = try await connection.query("select count(*) from pg_prepared_statements")
        #expect(try kept[0].decode(Int.self) == 100)
        await connection.close()
    }
}
