import Postgres

/// How the rows of one kind of file are read, checked and written to their landing table.
protocol RowFormat {
    /// None where nothing is asked of such a file.
    var columns: [ColumnSpec] { get }
    /// Of the landing table, after `import_key`, `line`, `is_faulty` and `faults`.
    var landingColumns: [String] { get }
    /// Columns of which the file must have at least one; no demand where there are none.
    var demandsOneOf: Range<Int> { get }

    /// Reads the cells of a row, each once, and reports what is wrong with them.
    mutating func read(_ row: CheckedRow)
    /// Writes the fields of the row that was read last.
    func write(to writer: inout BinaryCopyWriter)
}

extension RowFormat {
    var demandsOneOf: Range<Int> { 0..<0 }
}
