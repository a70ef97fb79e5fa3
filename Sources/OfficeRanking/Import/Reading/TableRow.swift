/// One row as it stands in the file. Its bytes are valid until the next row is read.
struct TableRow {
    /// The physical line of its first byte, from 1.
    let line: Int
    /// The text of the row without its line end, quotes included.
    let rawBytes: UnsafeBufferPointer<UInt8>
    /// Unquoted; empty when the row has a fault.
    let cells: UnsafeBufferPointer<Cell>
    /// Empty rows that were skipped directly before this one.
    let blankRowsBefore: Int
    /// False for a last row without a line end.
    let isEnded: Bool
    /// Why the cells could not be read.
    let fault: Fault?
    /// The column of the fault, from 0, where it lies in one cell.
    let faultColumn: Int?

    var count: Int { cells.count }

    subscript(column: Int) -> Cell { cells[column] }
}

/// The bytes of one cell, valid as long as its row.
struct Cell {
    let bytes: UnsafeBufferPointer<UInt8>

    var isEmpty: Bool { bytes.isEmpty }

    var text: String { String(decoding: bytes, as: UTF8.self) }
}
