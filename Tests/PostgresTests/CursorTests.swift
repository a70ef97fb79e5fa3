import Testing

@testable import Postgres

@Suite("A cursor reads in chunks")
struct CursorTests {
    struct Stop: Error {}

    @Test("a cursor reads every row once, in chunks of at most the given size", arguments: [0, 1, 9, 10, 11, 25])
    func chunks(total: Int) async throws {
        let connection = try await TestServer.connect()
        var seen: [Int] = []
        var sizes: [Int] = []
        try await connection.withTransaction { connection in
            try await connection.withCursor("select generate_series(1, \(total)::int)", fetching: 10) { rows in
                seen += try rows.decode(Int.self)
                sizes.append(rows.count)
            }
        }
        #expect(seen == Array(1..<(total + 1)))
        #expect(sizes.allSatisfy { (1...10).contains($0) })
    }

    @Test("an error in the reader of a cursor leaves the transaction usable")
    func readerError() async throws {
        let connection = try await TestServer.connect()
        try await connection.withTransaction { connection in
            await #expect(throws: Stop.self) {
                try await connection.withCursor("select 1", fetching: 1) { _ in throw Stop() }
            }
            let open = try await connection.query("select from pg_cursors where name like 'cursor%'")
            #expect(open.isEmpty)
        }
    }

    @Test("a cursor outside a transaction is refused")
    func outside() async throws {
        let connection = try await TestServer.connect()
        await expectError(.serverError, sqlState: "25P01") {
            try await connection.withCursor("select 1", fetching: 1) { _ in }
        }
    }
}
