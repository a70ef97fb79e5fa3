/// The normalised cells of one row, each made at most once; a cell that is normal already is not copied.
final class NormalizedCells {
    private let memory: UnsafeMutablePointer<UInt8>
    private let cells: UnsafeMutablePointer<Cell>
    /// The number of the row for which a cell was made.
    private let rows: UnsafeMutablePointer<Int>
    private var row = 0
    private var used = 0

    /// - Parameter capacity: bytes of the longest row, which its normalised cells do not exceed.
    init(columns: Int, capacity: Int) {
        memory = .allocate(capacity: capacity)
        cells = .allocate(capacity: columns)
        rows = .allocate(capacity: columns)
        rows.initialize(repeating: -1, count: columns)
    }

    deinit {
        memory.deallocate()
        cells.deallocate()
        rows.deallocate()
    }

    /// Begins another row.
    func clear() {
        row += 1
        used = 0
    }

    func cell(_ column: Int, _ source: Cell) -> Cell {
        if rows[column] == row { return cells[column] }
        rows[column] = row
        let cell = normalized(source)
        (cells + column).initialize(to: cell)
        return cell
    }

    private func normalized(_ source: Cell) -> Cell {
        if TextNormalizer.isNormal(source.bytes) { return source }
        let start = memory + used
        let count = TextNormalizer.normalize(source.bytes, into: start)
        used += count
        return Cell(bytes: UnsafeBufferPointer(start: start, count: count))
    }
}
