import Postgres

/// Reads the cells of a row in the order of the selected columns. Lookup by name costs too much for many rows.
struct RowReader {
    private let row: PostgresRow
    private var column: Int

    init(_ row: PostgresRow, from column: Int = 0) {
        (self.row, self.column) = (row, column)
    }

    mutating func next<Value: PostgresDecodable>(_ type: Value.Type = Value.self) throws -> Value {
        defer { column += 1 }
        return try row[column].decode(type)
    }
}
