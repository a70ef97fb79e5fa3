import RankingRules

/// Writes findings as a CSV file that Excel opens as it is: byte order mark, CRLF, and no cell that is a formula.
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
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(SpreadsheetText.harmless(cell))
        }
        bytes += [0x0D, 0x0A]
    }

    private mutating func append(_ cell: String) {
        let needsQuotes = cell.utf8.contains { [UInt8](#",";"#.utf8).contains($0) || $0 == 0x0A || $0 == 0x0D }
        guard needsQuotes else { return bytes += cell.utf8 }
        bytes.append(UInt8(ascii: "\""))
        for byte in cell.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
