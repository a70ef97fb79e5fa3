internal import CLibpq

/// One row of a result, which it keeps alive.
public struct PostgresRow: Sendable {
    let result: ServerResult
    let index: Int32

    public var count: Int { Int(PQnfields(result.pointer)) }

    /// The value of the named column as the requested type: `dueOn = try row["due_on"]`.
    @inlinable
    public subscript<Value: PostgresDecodable>(
        column: StaticString, file: String = #fileID, line: Int = #line
    ) -> Value {
        get throws { try cell(column, file, line).decode(Value.self, file: file, line: line) }
    }

    public subscript(column: Int) -> PostgresCell {
        precondition(column >= 0 && column < count, "column \(column) of \(count)")
        return PostgresCell(result: result, row: index, column: Int32(column))
    }

    /// For names that are only known at run time.
    public func cell(named name: String, file: String = #fileID, line: Int = #line) throws -> PostgresCell {
        var name = name
        return try name.withUTF8 { try cell(UnsafeRawBufferPointer($0), file, line) }
    }

    @usableFromInline
    func cell(_ name: StaticString, _ file: String, _ line: Int) throws -> PostgresCell {
        guard name.hasPointerRepresentation else { return try cell(named: name.description, file: file, line: line) }
        return try cell(
            UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount), file, line)
    }

    private func cell(_ name: UnsafeRawBufferPointer, _ file: String, _ line: Int) throws -> PostgresCell {
        guard let column = result.columns.index(of: name) else {
            throw PostgresError(.decodingFailed, "the result has no column \(String(decoding: name, as: UTF8.self))")
                .at(CallSite(file: file, line: line))
        }
        return PostgresCell(result: result, row: index, column: column)
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
                    .at(CallSite(file: file, line: line))
            }
            return try self[column].decode(type, file: file, line: line)
        }
        return (repeat try next((each Column).self))
    }

    /// Decodes the first column.
    public func decode<Value: PostgresDecodable>(
        _ type: Value.Type = Value.self, file: String = #fileID, line: Int = #line
    ) throws -> Value {
        try self[0].decode(type, file: file, line: line)
    }

    public func decode<Row: PostgresRowDecodable>(_ type: Row.Type) throws -> Row {
        try Row(row: self)
    }
}
