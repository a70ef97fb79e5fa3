/// Reads the rows of a table one after the other and reports the faults of the file on the way.
///
/// A fault of a row does not stop the reading; a fault of the whole file does.
final class CheckedTable {
    let file: String
    let header: HeaderMap
    /// Rows read so far, sound or not.
    private(set) var rowCount = 0
    /// False if a fault of the whole file ended the reading early.
    private(set) var isWhole = true

    private let source: any RowSource
    private let report: FindingReport
    private let row: CheckedRow
    private var untitled: [Int]

    /// Nil if the file cannot be read as this kind of table; the report has the reason.
    static func open(
        _ file: TableFile, columns: [ColumnSpec], report: FindingReport, limits: ReadingLimits = ReadingLimits()
    ) -> CheckedTable? {
        do throws(Fault) {
            return open(
                try file.open(limits: limits), named: file.name, columns: columns, report: report, limits: limits)
        } catch {
            report.add(Finding(error.code, file: file.name, arguments: error.arguments))
            return nil
        }
    }

    /// - Parameter source: a source of which nothing was read yet.
    static func open(
        _ source: any RowSource, named name: String, columns: [ColumnSpec], report: FindingReport,
        limits: ReadingLimits = ReadingLimits()
    ) -> CheckedTable? {
        do throws(Fault) {
            let titles = try source.readHeader()
            if let fault = titles.fault { throw fault }
            let header = HeaderMap(header: titles, specs: columns, file: name)
            for finding in header.findings { report.add(finding) }
            report.register(file: name, sheets: source.sheets)
            guard header.isUsable else { return nil }
            let row = CheckedRow(file: name, header: header, specs: columns, report: report, limits: limits)
            return CheckedTable(source, name, header, report, row)
        } catch {
            report.add(Finding(error.code, file: name, at: source.position, arguments: error.arguments))
            return nil
        }
    }

    private init(
        _ source: any RowSource, _ file: String, _ header: HeaderMap, _ report: FindingReport, _ row: CheckedRow
    ) {
        self.source = source
        self.file = file
        self.header = header
        self.report = report
        self.row = row
        untitled = header.untitled
    }

    var sheets: [Sheet] { source.sheets }

    /// Nil until the last row is read.
    var digest: String? { source.digest }

    var bytesRead: Int { source.bytesRead }

    var totalBytes: Int? { source.totalBytes }

    /// The next row, sound or not; nil at the end. It is valid until the next call.
    func next() -> CheckedRow? {
        do throws(Fault) {
            guard let read = try source.next() else {
                if rowCount == 0 { report.add(Finding(.fileHeaderOnly, file: file)) }
                return nil
            }
            rowCount += 1
            if read.blankRowsBefore > 0 { reportBlankRows(before: read) }
            row.begin(read)
            if !untitled.isEmpty && read.fault == nil { reportUntitledValues(in: read) }
            return row
        } catch {
            isWhole = false
            report.add(Finding(error.code, file: file, at: source.position, arguments: error.arguments))
            return nil
        }
    }

    func forEachRow(_ body: (CheckedRow) throws -> Void) rethrows {
        while let row = next() { try body(row) }
    }

    /// Reports a fault and returns false if the file has none of the columns that its kind demands: such a file says
    /// nothing.
    func has(oneOf demanded: Range<Int>, of columns: [ColumnSpec]) -> Bool {
        if demanded.isEmpty || demanded.contains(where: { header.columns[$0] != nil }) { return true }
        let titles = columns[demanded].map(\.title).joined(separator: "، ")
        report.add(Finding(.columnMissing, file: file, line: 1, arguments: [titles]))
        return false
    }

    private func reportBlankRows(before row: TableRow) {
        report.add(Finding(.rowBlank, file: file, at: row.position, arguments: [String(row.blankRowsBefore)]))
    }

    /// Reports each untitled column once, at the first row with a value in it.
    private func reportUntitledValues(in row: TableRow) {
        untitled.removeAll { column in
            guard column < row.count, !TextNormalizer.normalize(row[column].text).isEmpty else { return false }
            report.add(
                Finding(.columnWithoutTitle, file: file, at: row.position, arguments: [String(column + 1)]))
            return true
        }
    }
}
