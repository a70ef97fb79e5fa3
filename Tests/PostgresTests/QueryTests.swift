import Foundation
import Testing

@testable import Postgres

@Suite("A query is SQL with bound values")
struct QueryTests {
    @Test("interpolated values become numbered parameters")
    func interpolation() {
        let query: PostgresQuery = "select \(1), \("a"), \(unescaped: "now()"), \(Int?.none)"
        #expect(query.sql == "select $1, $2, now(), $3")
        #expect(query.binds == ["1", "a", nil])
    }

    @Test("a query embedded in another keeps its values, with new numbers")
    func composition() {
        let condition: PostgresQuery = "name = \("نام") and \(true)"
        let both: PostgresQuery = "(\(condition) or n < \(5)) and \(condition)"
        let query: PostgresQuery = "select \(1) where \(both) limit \(2)"
        #expect(query.sql == "select $1 where (name = $2 and $3 or n < $4) and name = $5 and $6 limit $7")
        #expect(query.binds == ["1", "نام", "t", "5", "نام", "t", "2"])
        let many: PostgresQuery = "\(1)\(2)\(3)\(4)\(5)\(6)\(7)\(8)\(9)\(10) end"
        #expect(("\(0) \(many)" as PostgresQuery).sql == "$1 $2$3$4$5$6$7$8$9$10$11 end")
    }

    @Test("a bound text that looks like SQL stays a text")
    func injection() async throws {
        let connection = try await TestServer.connect()
        let text = "'; drop table office; -- \\ \" $1"
        let answer = try await connection.query("select \(text)::text").first?.decode(String.self)
        #expect(answer == text)
    }

    @Test("a query with a NUL is refused before it is sent")
    func refusedNUL() async throws {
        let connection = try await TestServer.connect()
        await expectError(.encodingFailed) { try await connection.query("select \("a\0b")::text") }
        await expectError(.encodingFailed) { try await connection.execute(script: "select 1;\0") }
        #expect(try await connection.query("select 1").first?.decode(Int.self) == 1)
    }

    @Test("an error names its position in the statement and its location in the source")
    func errorPlace() async throws {
        let connection = try await TestServer.connect()
        let error = await expectError(.serverError, sqlState: "42703") { try await connection.query("select nothing") }
        #expect(error?.position == 8)
        #expect(error?.query == "select nothing")
        #expect(error?.file?.hasSuffix("QueryTests.swift") == true)
        #expect(error?.line != nil)
        #expect(error?.description == "PostgresError(serverError, SQLSTATE 42703)")
        #expect(error?.debugDescription.contains("nothing") == true)
    }

    @Test("an error names the violated constraint")
    func constraintName() async throws {
        let connection = try await TestServer.connect()
        try await connection.execute(
            script: "create temporary table line (points int constraint points_within_maximum check (points <= 5))")
        let error = await expectError(.serverError, sqlState: "23514") {
            try await connection.query("insert into line values (\(6))")
        }
        #expect(error?.constraint == "points_within_maximum")
        #expect(error?.table == "line")
    }

    @Test("a script runs several statements as a single transaction")
    func script() async throws {
        let connection = try await TestServer.connect()
        try await connection.execute(script: "create temporary table one (n int); insert into one values (1), (2);")
        #expect(try await connection.query("select n from one order by n").decode(Int.self) == [1, 2])
        await expectError(.serverError, sqlState: "22012") {
            try await connection.execute(script: "insert into one values (3); select 1 / 0;")
        }
        #expect(try await connection.query("select n from one").count == 2)
    }

    @Test("a COPY from the client in a script is refused")
    func copyInScript() async throws {
        let connection = try await TestServer.connect()
        try await connection.execute(script: "create temporary table one (n int)")
        await expectError(.cancelled) { try await connection.execute(script: "copy one from stdin; select 1") }
        try await connection.execute(script: "copy (select generate_series(1, 1000)) to stdout")
        #expect(try await connection.query("select 1").count == 1)
    }

    @Test("a query returns the number of changed rows")
    func affectedRows() async throws {
        let connection = try await TestServer.connect()
        try await connection.execute(script: "create temporary table one (n int)")
        #expect(try await connection.query("insert into one select generate_series(1, 7)").affectedRows == 7)
        #expect(try await connection.query("delete from one where n > \(5)").affectedRows == 2)
        #expect(try await connection.query("select n as a, n as \"B\" from one").columnNames == ["a", "B"])
    }

    @Test("the program's settings hold on a new connection")
    func settings() async throws {
        var configuration = TestServer.configuration()
        configuration.statementTimeout = .milliseconds(1_500)
        configuration.applicationName = "settings test"
        configuration.role = "pg_monitor"
        let connection = try await PostgresConnection.connect(configuration, logger: TestServer.logger())
        let row = try await connection.query(
            """
            select current_setting('statement_timeout'), current_setting('application_name'), current_user::text,
                   current_setting('TimeZone'), current_setting('client_encoding')
            """
        ).first
        let (timeout, name, user, zone, encoding) = try #require(
            try row?.decode((String, String, String, String, String).self))
        #expect([timeout, name, user, zone, encoding] == ["1500ms", "settings test", "pg_monitor", "UTC", "UTF8"])
    }

    @Test("connecting to a wrong address fails at once")
    func wrongAddress() async throws {
        let nowhere = PostgresConfiguration(connectionString: "host=/nonexistent dbname=none")
        await expectError(.connectionFailed) {
            try await PostgresConnection.connect(nowhere, logger: TestServer.logger())
        }
        let unreadable = PostgresConfiguration(connectionString: "postgresql://[")
        await expectError(.connectionFailed) {
            try await PostgresConnection.connect(unreadable, logger: TestServer.logger())
        }
    }
}
