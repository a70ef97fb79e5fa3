/// A table on its way in: its rows one after the other, with the faults of the file reported as they are met.
///
/// What is wrong with a row does not stop the pass; what is wrong with the file as a whole does.
final class CheckedTable {
    let file: String
    let header: HeaderMap
    /// Rows read so far, sound or not.
    private(set) var rowCount = 0
    /// False when a fault of the whole file ended the reading early.
    private(set) var isWhole = true

    private let reader: TableReader
    private let report: FindingReport
    private let row: CheckedRow
    private var untitled: [Int]

    /// Nil when the file cannot be read as this kind of table; the report says why.
    static func open(
        _ file: TableFile, columns: [ColumnSpec], report: FindingReport, limits: ReadingLimits = ReadingLimits()
    ) -> CheckedTable? {
        do throws(Fault) {
            let reader = try file.open(limits: limits)
            return open(reader, named: file.name, columns: columns, report: report, limits: limits)
        } catch {
            report.add(Finding(error.code, file: file.name, arguments: error.arguments))
            return nil
        }
    }

    /// - Parameter reader: one that was not read from yet.
    static func open(
        _ reader: TableReader, named name: String, columns: [ColumnSpec], report: FindingReport,
        limits: ReadingLimits = ReadingLimits()
    ) -> CheckedTable? {
        do throws(Fault) {
            let titles = try reader.readHeader()
            if let fault = titles.fault { throw fault }
            let header = HeaderMap(header: titles, specs: columns, file: name)
            for finding in header.findings { report.add(finding) }
            guard header.isUsable else { return nil }
            let row = CheckedRow(file: name, header: header, specs: columns, report: report, limits: limits)
            return CheckedTable(reader, name, header, report, row)
        } catch {
            report.add(Finding(error.code, file: name, line: reader.rowLine, arguments: error.arguments))
            return nil
        }
    }

    private init(
        _ reader: TableReader, _ file: String, _ header: HeaderMap, _ report: FindingReport, _ row: CheckedRow
    ) {
        self.reader = reader
        self.file = file
        self.header = header
        self.report = report
        self.row = row
        untitled = header.untitled
    }

    /// The SHA-256 of the whole file in hexadecimal; nil until the last row was read.
    var digest: String? { reader.digest }

    var bytesRead: Int { reader.bytesRead }

    /// Nil where the size is not known beforehand.
    var totalBytes: Int? { reader.totalBytes }

    /// Called after each chunk with the bytes read so far.
    var onProgress: ((Int) -> Void)? {
        get { reader.onProgress }
        set { reader.onProgress = newValue }
    }

    /// The next row, sound or not; nil at the end. It is valid until the next call.
    func next() -> CheckedRow? {
        do throws(Fault) {
            guard let read = try reader.next() else {
                if rowCount == 0 { report.add(Finding(.fileHeaderOnly, file: file)) }
                return nil
            }
            rowCount += 1
            if read.blankRowsBefore > 0 { reportBlankRows(before: read) }
            row.begin(read, fault: read.fault ?? shapeFault(of: read))
            if !untitled.isEmpty && read.fault == nil { reportUntitledValues(in: read) }
            return row
        } catch {
            isWhole = false
            report.add(Finding(error.code, file: file, line: reader.rowLine, arguments: error.arguments))
            return nil
        }
    }

    func forEachRow(_ body: (CheckedRow) throws -> Void) rethrows {
        while let row = next() { try body(row) }
    }

    private func shapeFault(of row: TableRow) -> Fault? {
        let expected = header.titles.count
        guard row.count != expected else { return nil }
        let counts = (String(row.count), String(expected))
        if row.count > expected { return Fault(.cellsTooMany, counts.0, counts.1) }
        return Fault(row.isEnded ? .cellsTooFew : .fileTruncated, counts.0, counts.1)
    }

    private func reportBlankRows(before row: TableRow) {
        report.add(Finding(.rowBlank, file: file, line: row.line, arguments: [String(row.blankRowsBefore)]))
    }

    /// Once for each column: the first row that has a value there.
    private func reportUntitledValues(in row: TableRow) {
        untitled.removeAll { column in
            guard column < row.count, !TextNormalizer.normalize(row[column].text).isEmpty else { return false }
            report.add(
                Finding(.columnWithoutTitle, file: file, line: row.line, arguments: [String(column + 1)]))
            return true
        }
    }
}
