/// A source of rows: a CSV file, or a workbook with its sheets.
///
/// The cells and the raw text of a row are valid until the next row is read. A row with a fault is returned; only a
/// fault of the whole input is thrown.
protocol RowSource: AnyObject {
    /// The sheets in their order; none if the input is one table.
    var sheets: [Sheet] { get }
    /// The position of the last row read; nil before the first one.
    var position: RowPosition? { get }
    /// The text of the last row read, without its line end.
    var rawText: String { get }
    /// The SHA-256 of the whole input in hexadecimal; nil until the last row is read.
    var digest: String? { get }
    var bytesRead: Int { get }
    /// Nil if the size is not known in advance.
    var totalBytes: Int? { get }

    /// The titles of the columns. Every row has as many cells.
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

/// The position of a row in its source.
struct RowPosition: Hashable, Sendable {
    /// The sheet; nil if the source is one table.
    let sheet: Sheet?
    /// The number of the row; in a CSV file the physical line of its first byte, from 1.
    let row: Int

    init(sheet: Sheet? = nil, row: Int) {
        (self.sheet, self.row) = (sheet, row)
    }

    /// One number for the row, in the order of sheets and rows: the `line` of the landing tables. Without sheets it is
    /// the number of the row.
    var ordinal: Int { (sheet?.number ?? 0) * Self.rowsOfSheet + row }

    /// The position with this ordinal.
    init(ordinal: Int, in sheets: [Sheet]) {
        let number = ordinal / Self.rowsOfSheet
        let sheet = sheets.first { $0.number == number }
        self.init(sheet: sheet, row: sheet == nil ? ordinal : ordinal % Self.rowsOfSheet)
    }

    /// More rows than any sheet has.
    private static let rowsOfSheet = 1 << 21
}
