/// One row of a source. Its cells are valid until the next row is read.
struct TableRow {
    let position: RowPosition
    /// The unquoted cells; empty if the row has a fault.
    let cells: UnsafeBufferPointer<Cell>
    /// The number of empty rows that were skipped directly before this one.
    let blankRowsBefore: Int
    /// The reason why the cells could not be read.
    let fault: Fault?
    /// The column of the fault, from 0, if it lies in one cell.
    let faultColumn: Int?

    init(
        _ position: RowPosition, cells: UnsafeBufferPointer<Cell>, blankRowsBefore: Int = 0, fault: Fault? = nil,
        faultColumn: Int? = nil
    ) {
        self.position = position
        self.cells = fault == nil ? cells : UnsafeBufferPointer(start: nil, count: 0)
        self.blankRowsBefore = blankRowsBefore
        self.fault = fault
        self.faultColumn = faultColumn
    }

    var count: Int { cells.count }

    subscript(column: Int) -> Cell { cells[column] }
}

/// The bytes of one cell, valid as long as its row.
struct Cell {
    let bytes: UnsafeBufferPointer<UInt8>

    var isEmpty: Bool { bytes.isEmpty }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    static var empty: Cell { Cell(bytes: UnsafeBufferPointer(start: nil, count: 0)) }

    /// Applies a rule to a text that a person typed. The cell is valid only inside the closure.
    static func withTyped<Value>(_ text: String, _ rule: (Cell) throws(Fault) -> Value) throws(Fault) -> Value {
        let bytes = Array(text.utf8)
        guard !bytes.contains(where: ByteClasses.isControl) else { throw Fault(.controlCharacter) }
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        defer { copy.deallocate() }
        let count = bytes.withUnsafeBufferPointer { source in
            copy.baseAddress.map { TextNormalizer.normalize(source, into: $0) } ?? 0
        }
        return try rule(Cell(bytes: UnsafeBufferPointer(rebasing: copy[..<count])))
    }
}
