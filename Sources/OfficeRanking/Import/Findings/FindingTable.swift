import RankingRules

/// Writes findings as a CSV file that Excel can open directly: byte order mark, CRLF, and no cell that is a formula.
struct FindingTable {
    private let file: OpenFile
    private var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

    private static let titles = ["file", "sheet", "line", "column", "value", "code", "reason_fa", "reason_en"]

    init(path: String) throws(FileFailure) {
        file = try OpenFile.forWriting(path)
        append(Self.titles)
    }

    mutating func write(_ finding: Finding) throws(FileFailure) {
        append([
            finding.file, finding.sheet ?? "", finding.line.map(String.init) ?? "", finding.column ?? "",
            finding.value ?? "", finding.code.rawValue, finding.reason(in: .persian), finding.reason(in: .english),
        ])
        if bytes.count >= 65_536 { try flush() }
    }

    mutating func finish() throws(FileFailure) {
        try flush()
    }

    private mutating func flush() throws(FileFailure) {
        try file.write(bytes)
        bytes.removeAll(keepingCapacity: true)
    }

    private mutating func append(_ cells: [String]) {
        // In countries with a decimal comma, spreadsheets end fields at a semicolon.
        let fields = cells.map { CSVText.field(SpreadsheetText.harmless($0), endedBy: ",;") }
        bytes += (fields.joined(separator: ",") + "\r\n").utf8
    }
}
