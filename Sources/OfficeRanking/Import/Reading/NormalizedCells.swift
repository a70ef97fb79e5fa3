/// The normalised cells of one row, each made at most once. A cell that needs no change is not copied.
final class NormalizedCells {
    private let memory: UnsafeMutablePointer<UInt8>
    private let cells: UnsafeMutablePointer<Cell>
    /// For each column the number of the row whose cell was normalised last.
    private let rows: UnsafeMutablePointer<Int>
    private var row = 0
    private var used = 0

    /// - Parameter capacity: the length of the longest row in bytes; normalised cells need no more.
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
