import Foundation
import Testing

@testable import Postgres

private enum Rank: Int16, PostgresEncodable, PostgresDecodable {
    case first = 1
    case second
}

private struct Office: PostgresRowDecodable {
    let code: String
    let rank: Int?

    init(row: PostgresRow) throws {
        code = try row["code"]
        rank = try row["rank"]
    }
}

@Suite("Values keep their meaning on the way to the server and back")
struct ValueTests {
    /// Sends the value, lets the server read it as `type`, and reads it back.
    private func roundTrip<Value: PostgresEncodable & PostgresDecodable & Sendable>(
        _ value: Value, _ type: String
    ) async throws -> Value {
        let connection = try await TestServer.connect()
        let rows = try await connection.query("select \(value)::\(unescaped: type)")
        return try #require(rows.first)[0].decode(Value.self)
    }

    @Test("booleans survive a round trip", arguments: [true, false])
    func bools(value: Bool) async throws {
        #expect(try await roundTrip(value, "bool") == value)
        #expect(try await roundTrip([value, nil], "bool[]") == [value, nil])
    }

    @Test("integers at their limits survive a round trip")
    func integers() async throws {
        for value in [Int16.min, -1, 0, 1, .max] { #expect(try await roundTrip(value, "int2") == value) }
        for value in [Int32.min, -1, 0, 1, .max] { #expect(try await roundTrip(value, "int4") == value) }
        for value in [Int64.min, -1, 0, 1, .max] { #expect(try await roundTrip(value, "int8") == value) }
        for value in [Int.min, -1, 0, 1, .max] { #expect(try await roundTrip(value, "int8") == value) }
    }

    @Test("an integer that does not fit is refused")
    func tooLarge() async throws {
        let connection = try await TestServer.connect()
        let row = try #require(try await connection.query("select 32768, -32769, 'x', '', '-', null::int as n").first)
        for column in 0..<5 {
            await expectError(.decodingFailed) { try row[column].decode(Int16.self) }
        }
        let error = await expectError(.decodingFailed) { try row["n"] as Int }
        #expect(error?.debugDescription.contains("column n: NULL where a value is expected") == true)
        #expect(try row[0].decode(Int64.self) == 32_768)
        #expect(try row["n"] as Int64? == nil)
        #expect(row[2].withUnsafeBytes { $0?.count } == 1)
    }

    @Test(
        "texts of all kinds survive a round trip",
        arguments: ["", " ", "دفتر پیشخوان", "a\"b\\c{d},e", "NULL", "null", "\u{1F600}\n\t'", "e\u{301}"])
    func texts(value: String) async throws {
        #expect(try await roundTrip(value, "text") == value)
        #expect(try await roundTrip(Optional(value), "text") == value)
        #expect(try await roundTrip([value, nil, value], "text[]") == [value, nil, value])
        #expect(try await roundTrip([[value], [value]], "text[]") == [[value], [value]])
    }

    @Test("arrays of numbers, empty arrays and arrays with other bounds survive a round trip")
    func arrays() async throws {
        #expect(try await roundTrip([1, -2, 3], "int[]") == [1, -2, 3])
        #expect(try await roundTrip([Int](), "int[]") == [])
        #expect(try await roundTrip([Int?.none, 5], "int[]") == [nil, 5])
        #expect(try await roundTrip([[1, 2], [3, 4]], "int[]") == [[1, 2], [3, 4]])
        let connection = try await TestServer.connect()
        let row = try #require(try await connection.query("select '[0:1]={7,8}'::int[], '5'").first)
        #expect(try row.decode([Int].self) == [7, 8])
        await expectError(.decodingFailed) { try row[1].decode([Int].self) }
    }

    @Test("bytes survive a round trip as bytea")
    func bytes() async throws {
        let all = (0...255).map { UInt8($0) }
        #expect(try await roundTrip(all, "bytea") == all)
        #expect(try await roundTrip([UInt8](), "bytea") == [])
    }

    @Test("UUIDs, enums and JSON survive a round trip")
    func others() async throws {
        let uuid = UUID()
        #expect(try await roundTrip(uuid, "uuid") == uuid)
        #expect(try await roundTrip(Rank.second, "int2") == .second)
        #expect(try await roundTrip([Rank.first, .second], "int2[]") == [.first, .second])
        #expect(try await roundTrip(PostgresJSON(["دفتر": [1, 2]]), "jsonb").value == ["دفتر": [1, 2]])
        let connection = try await TestServer.connect()
        let row = try #require(try await connection.query("select 3, '{}'::json").first)
        await expectError(.decodingFailed) { try row[0].decode(Rank.self) }
        await expectError(.decodingFailed) { try row[1].decode(PostgresJSON<[Int]>.self) }
    }

    @Test("instants survive a round trip to the microsecond, in any time zone")
    func instants() async throws {
        let microsecond = Date(timeIntervalSinceReferenceDate: 780_000_000.123_456)
        for instant in [microsecond, Date(timeIntervalSince1970: 0), Date(timeIntervalSince1970: -1.5)] {
            let back = try await roundTrip(instant, "timestamptz")
            #expect(abs(back.timeIntervalSince(instant)) < 0.000_000_5)
        }
        let connection = try await TestServer.connect()
        for zone in ["UTC", "Asia/Tehran", "America/St_Johns"] {
            try await connection.query("select set_config('timezone', \(zone), false)")
            let row = try await connection.query("select '2025-03-21 00:00:00.25+03:30'::timestamptz").first
            #expect(try #require(row).decode(Date.self) == Date(timeIntervalSince1970: 1_742_502_600.25))
        }
        // Before 1916 Tehran kept its local mean time, 3:25:44 east.
        let tehran = try await connection.query(
            "select set_config('timezone', 'Asia/Tehran', false), '1900-01-01 00:00:01 UTC'::timestamptz")
        let early = try #require(tehran.first)
        #expect(early[1].withUnsafeBytes { $0?.suffix(9).elementsEqual("+03:25:44".utf8) } == true)
        #expect(try early[1].decode(Date.self) == Date(timeIntervalSince1970: -2_208_988_799))
    }

    @Test("days agree with the server's calendar over four thousand years")
    func days() async throws {
        let connection = try await TestServer.connect()
        let rows = try await connection.query(
            "select n, date '2000-01-01' + n from generate_series(-730119, 730119, 97) n")
        for (number, date) in try rows.decode((Int32, PostgresDate).self) {
            #expect(date.days == number)
            #expect(PostgresDate(date.description) == date)
        }
        #expect(try await roundTrip(PostgresDate(days: 0), "date").description == "2000-01-01")
        #expect(PostgresDate(year: 2025, month: 9, day: 23)?.description == "2025-09-23")
        #expect(PostgresDate(year: 2025, month: 9, day: 23)?.days == 9_397)
    }

    @Test(
        "a text that is not a day is refused",
        arguments: ["2025-02-29", "1900-02-29", "2025-13-01", "2025-00-10", "2025-01-32", "2025-1-1", "", "infinity"])
    func noDay(text: String) {
        #expect(PostgresDate(text) == nil)
    }

    @Test("a row decodes into a tuple, a single value or a struct")
    func rows() async throws {
        let connection = try await TestServer.connect()
        let rows = try await connection.query(
            "select code, rank from (values ('72-1', 2), ('72-2', null)) office (code, rank) order by code")
        let pairs = try rows.decode((String, Int?).self)
        #expect(pairs.map(\.0) == ["72-1", "72-2"])
        #expect(pairs.map(\.1) == [2, nil])
        #expect(try rows.decode(Office.self).map(\.rank) == [2, nil])
        #expect(try #require(rows.last).decode(String.self) == "72-2")
        await expectError(.decodingFailed) { try #require(rows.first).decode((String, Int, Int).self) }
    }

    @Test("a row is read by the names of its columns, whatever their order; of equal names the first one counts")
    func byName() async throws {
        let connection = try await TestServer.connect()
        let row = try #require(
            try await connection.query("select 1 as n, 'ا' as \"نام\", null::int as empty, 2 as n, 3 as \"N\"").first)
        let (name, empty, first): (String, Int?, Int) = try (row["نام"], row["empty"], row["n"])
        #expect((name, empty, first) == ("ا", nil, 1))
        #expect(try row.cell(named: "N").decode(Int.self) == 3)
        let error = await expectError(.decodingFailed) { try row["due_on"] as Int }
        #expect(error?.debugDescription.contains("the result has no column due_on") == true)
    }

    @Test("a row of four hundred columns is read by name")
    func wide() async throws {
        let connection = try await TestServer.connect()
        let list = (0..<400).map { "\($0) as column_\($0)" }.joined(separator: ", ")
        let row = try #require(try await connection.query("select \(unescaped: list)").first)
        for column in 0..<400 { #expect(try row.cell(named: "column_\(column)").decode(Int.self) == column) }
        #expect(throws: PostgresError.self) { try row.cell(named: "column_400") }
    }

    @Test("numbers, texts, days, bytes and their arrays are also read in binary form")
    func binary() async throws {
        let connection = try await TestServer.connect()
        let rows = try await connection.query(
            """
            select '-7'::int2 as small, 70000 as medium, '-9223372036854775808'::int8 as large, true as yes, 'دفتر' as t,
                date '1999-12-31' as d, '\\x00ff'::bytea as raw, array[1, null, -3]::bigint[] as numbers,
                '{}'::text[] as none, array['a', 'b,"'] as texts, null::int as nothing, 1.5 as decimal,
                array[[1], [2]] as two
            """, form: .binary)
        let row = try #require(rows.first)
        #expect(try (row["small"] as Int, row["medium"] as Int32, row["large"] as Int64) == (-7, 70_000, .min))
        #expect(try (row["yes"] as Bool, row["t"] as String) == (true, "دفتر"))
        #expect(try row["d"] as PostgresDate == PostgresDate(days: -1))
        #expect(try row["raw"] as [UInt8] == [0, 255])
        #expect(try row["numbers"] as [Int64?] == [1, nil, -3])
        #expect(try (row["none"] as [String]).isEmpty && row["texts"] as [String] == ["a", "b,\""])
        #expect(try row["nothing"] as Int? == nil)
        await expectError(.decodingFailed) { try row["medium"] as Int16 }
        await expectError(.decodingFailed) { try row["decimal"] as Int }
        await expectError(.decodingFailed) { try row["two"] as [Int] }
    }
}
