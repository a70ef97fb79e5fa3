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

    /// The number of rows that the statement returned, inserted, updated, deleted or copied.
    public var affectedRows: Int { result.affectedRows }

    public var columnNames: [String] { result.columns.names }

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

/// A struct that reads itself from a row, by the names of its columns.
public protocol PostgresRowDecodable {
    init(row: PostgresRow) throws
}
