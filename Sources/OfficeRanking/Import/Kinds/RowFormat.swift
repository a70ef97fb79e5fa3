import Postgres

/// Reads and checks the rows of one kind of file and writes them to their landing table.
protocol RowFormat {
    /// The expected columns; empty if the scheme asks for no such file.
    var columns: [ColumnSpec] { get }
    /// The columns of the landing table after `import_key`, `line`, `is_faulty` and `faults`.
    var landingColumns: [String] { get }
    /// Columns of which the file must have at least one; an empty range demands nothing.
    var demandsOneOf: Range<Int> { get }

    /// Reads the cells of a row, each once, and reports their faults.
    mutating func read(_ row: CheckedRow)
    /// Writes the fields of the last row read.
    func write(to writer: inout BinaryCopyWriter)
}

extension RowFormat {
    var demandsOneOf: Range<Int> { 0..<0 }
}
