internal import CLibpq

/// The complete result of one statement.
public struct PostgresRows: RandomAccessCollection, Sendable {
    let result: ServerResult
    public let startIndex = 0
    public let endIndex: Int

    init(_ result: ServerResult) {
        self.result = result
        endIndex = Int(PQntuples(result.pointer))
    }

    public subscript(position: Int) -> PostgresRow {
        precondition(indices.contains(position), "row \(position) of \(endIndex)")
        return PostgresRow(result: result, index: Int32(position))
    }

    /// Rows that the statement returned, inserted, updated, deleted or copied.
    public var affectedRows: Int { result.affectedRows }

    public var columnNames: [String] {
        (0..<PQnfields(result.pointer)).map { String(cString: PQfname(result.pointer, $0)) }
    }

    /// Decodes every row into a tuple: `rows.decode((Int, String?).self)`.
    public func decode<each Column: PostgresDecodable>(
        _ type: (repeat each Column).Type = (repeat each Column).self, file: String = #fileID, line: Int = #line
    ) throws -> [(repeat each Column)] {
        try map { try $0.decode(type, file: file, line: line) }
    }

    /// Decodes the first column of every row.
    public func decode<Value: PostgresDecodable>(
        _ type: Value.Type, file: String = #fileID, line: Int = #line
    ) throws -> [Value] {
        try map { try $0.decode(type, file: file, line: line) }
    }

    /// Decodes every row into a struct.
    public func decode<Row: PostgresRowDecodable>(_ type: Row.Type) throws -> [Row] {
        try map { try Row(row: $0) }
    }
}

/// A struct that reads itself from a row.
public protocol PostgresRowDecodable {
    init(row: PostgresRow) throws
}

/// One row of a result, which it keeps alive.
public struct PostgresRow: Sendable {
    let result: ServerResult
    let index: Int32

    public var count: Int { Int(PQnfields(result.pointer)) }

    public subscript(column: Int) -> PostgresCell {
        precondition(column >= 0 && column < count, "column \(column) of \(count)")
        return PostgresCell(result: result, row: index, column: Int32(column))
    }

    /// The column of that name, letter by letter; a name that is not there is a programming mistake.
    public subscript(column: String) -> PostgresCell {
        guard let found = (0..<Int32(count)).first(where: { String(cString: PQfname(result.pointer, $0)) == column })
        else { preconditionFailure("no column \(column)") }
        return PostgresCell(result: result, row: index, column: found)
    }

    /// Decodes the first columns into a tuple: `row.decode((Int, String?).self)`.
    public func decode<each Column: PostgresDecodable>(
        _ type: (repeat each Column).Type = (repeat each Column).self, file: String = #fileID, line: Int = #line
    ) throws -> (repeat each Column) {
        var column = -1
        func next<Value: PostgresDecodable>(_ type: Value.Type) throws -> Value {
            column += 1
            guard column < count else {
                throw PostgresError(.decodingFailed, "the result has \(count) columns only")
                    .at(SourcePlace(file: file, line: line))
            }
            return try self[column].decode(type, file: file, line: line)
        }
        return (repeat try next((each Column).self))
    }

    /// Decodes the first column.
    public func decode<Value: PostgresDecodable>(
        _ type: Value.Type, file: String = #fileID, line: Int = #line
    ) throws -> Value {
        try self[0].decode(type, file: file, line: line)
    }

    public func decode<Row: PostgresRowDecodable>(_ type: Row.Type) throws -> Row {
        try Row(row: self)
    }

    /// Lends the text of a column without copying it; nil is NULL.
    public func withUnsafeBytes<Result>(
        _ column: Int, _ body: (UnsafeRawBufferPointer?) throws -> Result
    ) rethrows -> Result {
        try self[column].withUnsafeBytes(body)
    }

    /// Reads an integer column without making a String; nil is NULL.
    public func int64(_ column: Int, file: String = #fileID, line: Int = #line) throws -> Int64? {
        try self[column].decode(Int64?.self, file: file, line: line)
    }
}

/// One value of a row, in text form.
public struct PostgresCell: Sendable {
    let result: ServerResult
    let row: Int32
    let column: Int32

    public var isNull: Bool { PQgetisnull(result.pointer, row, column) == 1 }
    public var columnName: String { String(cString: PQfname(result.pointer, column)) }

    /// Lends the text without copying it; nil is NULL.
    public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer?) throws -> Result) rethrows -> Result {
        try withExtendedLifetime(result) {
            guard !isNull else { return try body(nil) }
            let length = Int(PQgetlength(result.pointer, row, column))
            return try body(UnsafeRawBufferPointer(start: PQgetvalue(result.pointer, row, column), count: length))
        }
    }

    public func decode<Value: PostgresDecodable>(
        _ type: Value.Type = Value.self, file: String = #fileID, line: Int = #line
    ) throws -> Value {
        do {
            return try withUnsafeBytes { try Value(postgresText: $0) }
        } catch let fault as PostgresDecodingFault {
            throw PostgresError(.decodingFailed, "column \(columnName): \(fault.reason)")
                .at(SourcePlace(file: file, line: line))
        }
    }
}
