import Foundation

@testable import OfficeRanking

/// What a test keeps of a row, since the row itself is valid only until the next one.
struct SeenRow: Equatable {
    var line: Int
    var cells: [String]
    var raw: String
    var fault: FindingCode?

    init(_ row: TableRow, of source: any RowSource) {
        line = row.position.row
        cells = row.cells.map(\.text)
        raw = source.rawText
        fault = row.fault?.code
    }
}

/// A source that gives the bytes in the pieces named.
func source(_ bytes: [UInt8], pieces: [Int] = []) -> ByteSource {
    var position = 0
    var pieces = pieces[...]
    return { target throws(FileFailure) in
        let piece = pieces.popFirst() ?? target.count
        let count = min(piece, target.count, bytes.count - position)
        target.copyBytes(from: bytes[position..<position + count])
        position += count
        return count
    }
}

/// Small enough that a test reaches every limit and every refill.
let smallLimits = ReadingLimits(cell: 64, row: 256, columns: 8, chunk: 4, probe: 4, rereading: 100_000)

func rows(
    of bytes: [UInt8], pieces: [Int] = [], limits: ReadingLimits = ReadingLimits()
) throws -> [SeenRow] {
    let reader = TableReader(limits: limits, source: source(bytes, pieces: pieces))
    var rows = [SeenRow(try reader.readHeader(), of: reader)]
    while let row = try reader.next() { rows.append(SeenRow(row, of: reader)) }
    return rows
}

func rows(of text: String, limits: ReadingLimits = ReadingLimits()) throws -> [SeenRow] {
    try rows(of: Array(text.utf8), limits: limits)
}

func cells(of text: String) throws -> [[String]] {
    try rows(of: text).map(\.cells)
}

/// The code with which a file is refused as a whole.
func refusal(of bytes: [UInt8]) -> FindingCode? {
    do {
        _ = try rows(of: bytes)
        return nil
    } catch {
        return (error as? Fault)?.code
    }
}

/// Runs a rule on the normalised text of a cell.
func read<Value>(_ text: String, _ rule: (Cell) throws(Fault) -> Value?) throws(Fault) -> Value? {
    let bytes = Array(TextNormalizer.normalize(text).utf8)
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    defer { copy.deallocate() }
    _ = copy.initialize(from: bytes)
    return try rule(Cell(bytes: UnsafeBufferPointer(copy)))
}

/// The fault of a cell, nil when it is accepted.
func fault<Value>(of text: String, _ rule: (Cell) throws(Fault) -> Value?) -> FindingCode? {
    do throws(Fault) {
        _ = try read(text, rule)
        return nil
    } catch {
        return error.code
    }
}

func openTable(
    _ text: String, _ columns: [ColumnSpec], into report: FindingReport, name: String = "table.csv"
) -> CheckedTable? {
    CheckedTable.open(TableReader(source: source(Array(text.utf8))), named: name, columns: columns, report: report)
}

/// A new path in the temporary folder, removed after the body.
func withTemporaryPath<Value>(_ body: (String) throws -> Value) rethrows -> Value {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("table-\(UUID().uuidString).csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
}

/// A random generator that can be repeated: SplitMix64. Its seed is printed with the test.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
        return value ^ value >> 31
    }
}

/// How many times more often property tests repeat in a long run.
let repetitions = ProcessInfo.processInfo.environment["PISHKHAN_LONG"] == nil ? 1 : 100
