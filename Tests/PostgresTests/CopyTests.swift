import Foundation
import Testing

@testable import Postgres

@Suite("COPY moves many rows")
struct CopyTests {
    struct Stop: Error {}

    @Test("every type that can be copied in reads back the same")
    func types() async throws {
        let connection = try await TestServer.connect()
        try await connection.execute(
            script: """
                create temporary table sample (b bool, i2 int2, i4 int4, i8 int8, t text, d date, at timestamptz, u uuid,
                    raw bytea, j jsonb, a2 int2[], a4 int4[], a8 int8[], at_ text[], nothing int)
                """)
        let columns = try await connection.query("select * from sample").columnNames
        let uuid = UUID()
        let instant = Date(timeIntervalSinceReferenceDate: 700_000_000.125)
        let day = try #require(PostgresDate("2025-09-23"))
        let count = try await connection.copyIn(into: "sample", columns: columns) { writer in
            writer.beginRow(fields: 15)
            writer.bool(true)
            writer.int2(-2)
            writer.int4(.max)
            writer.int8(.min)
            writer.text("دفتر پیشخوان")
            writer.date(day)
            writer.timestamp(instant)
            writer.uuid(uuid)
            writer.bytea([0, 255, 1])
            writer.jsonb(#"{"a": 1}"#)
            writer.int2Array([1, nil])
            writer.int4Array([1, nil, -3])
            writer.int8Array([Int64]())
            writer.textArray(["a", nil, "NULL", "", "\"\\,{}"])
            writer.optional(Int32?.none) { $0.int4($1) }
            try await writer.endRow()
        }
        #expect(count == 1)
        let row = try #require(try await connection.query("select * from sample").first)
        let (b, i2, i4, i8, t) = try row.decode((Bool, Int16, Int32, Int64, String).self)
        #expect(b && i2 == -2 && i4 == .max && i8 == .min && t == "دفتر پیشخوان")
        #expect(try (row["d"] as PostgresDate) == day)
        #expect(try (row["at"] as Date) == instant)
        #expect(try (row["u"] as UUID) == uuid)
        #expect(try (row["raw"] as [UInt8]) == [0, 255, 1])
        #expect(try (row["j"] as PostgresJSON<[String: Int]>).value == ["a": 1])
        #expect(try (row["a2"] as [Int16?]) == [1, nil])
        #expect(try (row["a4"] as [Int32?]) == [1, nil, -3])
        #expect(try (row["a8"] as [Int64]) == [])
        #expect(try (row["at_"] as [String?]) == ["a", nil, "NULL", "", "\"\\,{}"])
        #expect(try row.cell(named: "nothing").isNull)
    }

    @Test("COPY writes and reads a million rows")
    func million() async throws {
        let connection = try await TestServer.connect()
        try await connection.execute(script: "create temporary table wide (id int, points int, name text)")
        let start = ContinuousClock.now
        let count = try await connection.copyIn(into: "wide", columns: ["id", "points", "name"]) { writer in
            for id in 0..<Int32(1_000_000) {
                writer.beginRow(fields: 3)
                writer.int4(id)
                writer.int4(id % 100_000)
                writer.text("دفتر")
                try await writer.endRow()
            }
        }
        let loaded = ContinuousClock.now
        #expect(count == 1_000_000)
        var lines = 0
        try await connection.copyOut("select id, points, name from wide") { chunk in
            lines += chunk.count { $0 == UInt8(ascii: "\n") }
        }
        #expect(lines == 1_000_000)
        print("COPY of 1,000,000 rows: in \(loaded - start), out \(ContinuousClock.now - loaded)")
        let sum = try await connection.query("select sum(id) from wide").first?.decode(Int.self)
        #expect(sum == 499_999_500_000)
    }

    @Test("an error in the writer of a COPY undoes it and is rethrown")
    func writerError() async throws {
        let connection = try await TestServer.connect()
        try await connection.execute(script: "create temporary table one (n int)")
        await #expect(throws: Stop.self) {
            try await connection.copyIn(into: "one", columns: ["n"]) { writer in
                for n in 0..<Int32(100_000) {
                    writer.beginRow(fields: 1)
                    writer.int4(n)
                    try await writer.endRow()
                }
                throw Stop()
            }
        }
        #expect(try await connection.query("select from one").isEmpty)
    }

    @Test("an error of the server ends the writer of a COPY")
    func serverError() async throws {
        let connection = try await TestServer.connect()
        try await connection.execute(script: "create temporary table one (n int constraint n_is_small check (n < 500))")
        var written = 0
        let error = await expectError(.serverError, sqlState: "23514") {
            try await connection.copyIn(into: "one", columns: ["n"]) { writer in
                for n in 0..<Int32(50_000_000) {
                    writer.beginRow(fields: 1)
                    writer.int4(n)
                    try await writer.endRow()
                    written += 1
                }
            }
        }
        #expect(error?.constraint == "n_is_small")
        #expect(written < 50_000_000)
        #expect(try await connection.query("select from one").isEmpty)
    }

    @Test("COPY into a missing table, a NUL and a missing field are errors that leave the connection usable")
    func refusals() async throws {
        let connection = try await TestServer.connect()
        await expectError(.serverError, sqlState: "42P01") {
            try await connection.copyIn(into: "none", columns: []) { _ in }
        }
        try await connection.execute(script: "create temporary table one (t text)")
        await expectError(.encodingFailed) {
            try await connection.copyIn(into: "one", columns: ["t"]) { writer in
                writer.beginRow(fields: 1)
                writer.text("a\0b")
                try await writer.endRow()
            }
        }
        await expectError(.encodingFailed) {
            try await connection.copyIn(into: "one", columns: ["t"]) { writer in writer.beginRow(fields: 1) }
        }
        #expect(try await connection.query("select from one").isEmpty)
    }

    @Test("COPY writes text and CSV as given")
    func text() async throws {
        let connection = try await TestServer.connect()
        try await connection.execute(script: "create temporary table one (n int, t text)")
        let count = try await connection.copyIn(into: "one", columns: ["n", "t"], format: .text) { writer in
            try await writer.write("1\ta\n2\t\\N\n")
        }
        try await connection.copyIn(into: "one", columns: ["n", "t"], format: .csv) { writer in
            try await writer.write("3,\"x,y\"\n")
        }
        #expect(count == 2)
        let rows = try await connection.query("select t from one order by n").decode(String?.self)
        #expect(rows == ["a", nil, "x,y"])
    }

    @Test("COPY reads binary rows")
    func binaryOut() async throws {
        let connection = try await TestServer.connect()
        var bytes: [UInt8] = []
        try await connection.copyOut("select 7::int4", format: .binary) { bytes += $0 }
        #expect(Array(bytes.suffix(12)) == [0, 1, 0, 0, 0, 4, 0, 0, 0, 7, 255, 255])
    }

    @Test("an error in the reader of a COPY stops its query and is rethrown")
    func readerError() async throws {
        let connection = try await TestServer.connect()
        await #expect(throws: Stop.self) {
            try await connection.copyOut("select generate_series(1, 100000000)") { _ in throw Stop() }
        }
        await expectError(.serverError, sqlState: "22012") {
            try await connection.copyOut("select 1 / (3 - n) from generate_series(1, 5) n") { _ in }
        }
        #expect(try await connection.query("select 1").count == 1)
    }

    @Test("a query inside a COPY is refused")
    func queryInside() async throws {
        let connection = try await TestServer.connect()
        try await connection.execute(script: "create temporary table one (n int)")
        try await connection.copyIn(into: "one", columns: ["n"]) { _ in
            await expectError(.invalidUse) { try await connection.query("select 1") }
        }
    }
}
