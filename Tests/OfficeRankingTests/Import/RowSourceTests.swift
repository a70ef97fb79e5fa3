import Testing

@testable import OfficeRanking

@Suite("Rows that come in from another source than a CSV file")
struct RowSourceTests {
    static let specs = [
        ColumnSpec(name: "code", titles: ["کد"], isRequired: true),
        ColumnSpec(name: "count", titles: ["تعداد"], isRequired: false),
    ]

    private func workbook() -> SheetsInMemory {
        SheetsInMemory(
            titles: ["کد", "تعداد"],
            [("گیلان", [["G-1", "۲"], ["", "x"]]), ("تهران", [["T-1", "3"], ["T 2", "4"]])])
    }

    @Test("rows of all sheets of a workbook are read one after the other, with one digest")
    func rowsOfSheets() throws {
        let report = FindingReport()
        let source = workbook()
        let table = try #require(CheckedTable.open(source, named: "کارپوشه.xlsx", columns: Self.specs, report: report))
        var seen: [(String?, Int, Int64?)] = []
        table.forEachRow { row in
            seen.append((row.position.sheet?.name, row.position.row, row.wholeNumber(1)))
        }
        #expect(seen.map(\.0) == ["گیلان", "گیلان", "تهران", "تهران"])
        #expect(seen.map(\.1) == [2, 3, 2, 3] && seen.map(\.2) == [2, nil, 3, 4])
        #expect(table.rowCount == 4 && table.digest == "d" && table.isWhole)
    }

    @Test("a finding in a workbook names its sheet, and findings stand in the order of the sheets")
    func findings() throws {
        let report = FindingReport()
        let table = try #require(
            CheckedTable.open(workbook(), named: "کارپوشه.xlsx", columns: Self.specs, report: report))
        table.forEachRow { row in
            if row.position.sheet?.number == 2 { _ = row.code(0) }
        }
        let first = RowPosition(sheet: table.sheets[0], row: 2)
        report.add(.rowRepeated, file: table.file, at: first, columnName: "code", value: "G-1", arguments: ["9"])
        #expect(report.first.map(\.sheet) == ["گیلان", "تهران"])
        #expect(report.first.map(\.location) == ["کارپوشه.xlsx:گیلان:2", "کارپوشه.xlsx:تهران:3"])
        var read: [Finding] = []
        try report.forEach { read.append($0) }
        #expect(read == report.first && read.map(\.column) == ["کد", "کد"])
    }

    @Test("the text of a refused row of a sheet comes from its source")
    func rawText() throws {
        let source = workbook()
        _ = try source.readHeader()
        _ = try source.next()
        #expect(source.rawText == "G-1\t۲")
    }

    @Test("a landing row's number is its line in a file; in a workbook it keeps the order of sheets and rows")
    func ordinals() {
        let sheets = workbook().sheets
        let positions = [
            RowPosition(sheet: sheets[0], row: 2), RowPosition(sheet: sheets[0], row: 1_048_576),
            RowPosition(sheet: sheets[1], row: 1), RowPosition(sheet: sheets[1], row: 3),
        ]
        #expect(positions.map(\.ordinal) == positions.map(\.ordinal).sorted())
        #expect(positions.map { RowPosition(ordinal: $0.ordinal, in: sheets) } == positions)
        for line in [2, 1_048_576, 5_000_000] {
            #expect(RowPosition(row: line).ordinal == line)
            #expect(RowPosition(ordinal: line, in: []) == RowPosition(row: line))
        }
    }

    @Test("a finding about two rows of a workbook names the sheet of the other row")
    func otherRow() {
        let sheets = workbook().sheets
        let other = RowPosition(sheet: sheets[1], row: 3).ordinal
        let spoken = DatabaseText(of: "code", in: nil, sheets)
        #expect(spoken.arguments(of: .rowRepeated, String(other), value: "x") == ["تهران:3"])
        #expect(DatabaseText(of: "code", in: nil, []).arguments(of: .rowRepeated, "3", value: "x") == ["3"])
    }
}

/// Sheets of a workbook, each with the same titles in its first row.
private final class SheetsInMemory: RowSource {
    let sheets: [Sheet]
    let totalBytes: Int? = nil
    let bytesRead = 0
    private(set) var position: RowPosition?
    private(set) var rawText = ""
    private let titles: [String]
    private var rest: [(RowPosition, [String])]
    private var isAtEnd = false
    private var memory: [UnsafeMutableBufferPointer<UInt8>] = []
    private let cells = UnsafeMutableBufferPointer<Cell>.allocate(capacity: 8)

    init(titles: [String], _ contents: [(name: String, rows: [[String]])]) {
        self.titles = titles
        sheets = contents.enumerated().map { Sheet(number: $0.offset + 1, name: $0.element.name) }
        rest = zip(sheets, contents).flatMap { sheet, content in
            content.rows.enumerated().map { (RowPosition(sheet: sheet, row: $0.offset + 2), $0.element) }
        }
    }

    deinit {
        memory.forEach { $0.deallocate() }
        cells.deallocate()
    }

    var digest: String? { isAtEnd ? "d" : nil }

    func readHeader() throws(Fault) -> TableRow {
        row(RowPosition(sheet: sheets.first, row: 1), titles)
    }

    func next() throws(Fault) -> TableRow? {
        guard !rest.isEmpty else {
            isAtEnd = true
            return nil
        }
        let (position, texts) = rest.removeFirst()
        return row(position, texts)
    }

    private func row(_ position: RowPosition, _ texts: [String]) -> TableRow {
        self.position = position
        rawText = texts.joined(separator: "\t")
        for (index, text) in texts.enumerated() {
            let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
            _ = bytes.initialize(from: text.utf8)
            memory.append(bytes)
            cells.initializeElement(at: index, to: Cell(bytes: UnsafeBufferPointer(bytes)))
        }
        return TableRow(position, cells: UnsafeBufferPointer(rebasing: cells[..<texts.count]))
    }
}
