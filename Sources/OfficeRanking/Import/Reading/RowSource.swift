/// Rows that somebody sent, in whatever form they came: a CSV file, or a workbook with its sheets.
///
/// A row is a value of its source alone: its cells, and the raw text, are valid until the next one is read. A row with a
/// fault is returned as such; only what is wrong with the whole input is thrown.
protocol RowSource: AnyObject {
    /// The sheets in which rows may lie, in their order; none where the input is one table.
    var sheets: [Sheet] { get }
    /// Where the row that was read last lies; nil before the first one.
    var position: RowPosition? { get }
    /// The text of the row that was read last, without its line end.
    var rawText: String { get }
    /// The SHA-256 of the whole input in hexadecimal; nil until the last row was read.
    var digest: String? { get }
    var bytesRead: Int { get }
    /// Nil where the size is not known beforehand.
    var totalBytes: Int? { get }

    /// The titles of the columns, which every row has.
    func readHeader() throws(Fault) -> TableRow
    /// The next row that is not blank; nil at the end.
    func next() throws(Fault) -> TableRow?
}

/// A sheet of a workbook.
struct Sheet: Hashable, Sendable {
    /// From 1, in the order of the workbook.
    let number: Int
    let name: String
}

/// Where a row stands in its source.
struct RowPosition: Hashable, Sendable {
    /// Nil where the source is one table.
    let sheet: Sheet?
    /// In a CSV file the physical line of its first byte, from 1.
    let row: Int

    init(sheet: Sheet? = nil, row: Int) {
        (self.sheet, self.row) = (sheet, row)
    }

    /// One number for the row, in the order of sheets and rows: the `line` of the landing tables. Of a source without
    /// sheets it is the row itself.
    var ordinal: Int { (sheet?.number ?? 0) * Self.rowsOfSheet + row }

    /// The position that has the ordinal.
    init(ordinal: Int, in sheets: [Sheet]) {
        let number = ordinal / Self.rowsOfSheet
        let sheet = sheets.first { $0.number == number }
        self.init(sheet: sheet, row: sheet == nil ? ordinal : ordinal % Self.rowsOfSheet)
    }

    /// More than any sheet has.
    private static let rowsOfSheet = 1 << 21
}
