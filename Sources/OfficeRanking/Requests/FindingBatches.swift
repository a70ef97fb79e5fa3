import Foundation

/// The findings of an import that are stored: the first ones of each code, and for each code the number of the others.
/// They come as JSON lists of at most 1,000 findings, numbered from 1, so that memory stays flat.
struct FindingBatches {
    /// How many findings of one code are stored: a faulty column of a large file gives a fault in every row.
    static let mostOfKind = 1_000
    private static let size = 1_000
    private var reader: FindingSpool.Reader
    private let most: Int
    private var counts: [FindingCode: Int] = [:]
    /// The findings that stand for those not stored; set when all findings are read.
    private var others: [Finding]?
    /// For each code the first finding that is not stored.
    private var firstOthers: [FindingCode: Finding] = [:]
    private var position = 0
    private let encoder = JSONEncoder()

    /// - Parameter most: how many findings are stored at most; the others are left out.
    init(_ reader: FindingSpool.Reader, atMost most: Int) {
        (self.reader, self.most) = (reader, most)
    }

    /// The next list; nil after the last one.
    mutating func next() throws -> String? {
        var batch: [Row] = []
        while batch.count < Self.size, position < most, let finding = try nextKept() {
            position += 1
            batch.append(Row(position: position, finding))
        }
        guard !batch.isEmpty else { return nil }
        return String(decoding: try encoder.encode(batch), as: UTF8.self)
    }

    private mutating func nextKept() throws -> Finding? {
        while others == nil, let finding = try reader.next() {
            counts[finding.code, default: 0] += 1
            if counts[finding.code, default: 0] <= Self.mostOfKind { return finding }
            if firstOthers[finding.code] == nil { firstOthers[finding.code] = finding }
        }
        if others == nil { others = FindingCode.allCases.reversed().compactMap(others(of:)) }
        return others?.popLast()
    }

    private func others(of code: FindingCode) -> Finding? {
        guard let first = firstOthers[code], let count = counts[code] else { return nil }
        return Finding(
            .furtherFindings, severity: first.severity, file: first.file,
            arguments: [String(count - Self.mostOfKind), code.rawValue])
    }

    private struct Row: Encodable {
        let position: Int
        let fileName: String
        let sheet: String?
        let line: Int?
        let columnTitle: String?
        let value: String?
        let code: String
        let severity: String
        let arguments: [String]

        init(position: Int, _ finding: Finding) {
            self.position = position
            fileName = Self.storable(finding.file)
            sheet = finding.sheet.map(Self.storable)
            line = finding.line
            columnTitle = finding.column.map(Self.storable)
            value = finding.value.map(Self.storable)
            code = finding.code.rawValue
            severity = finding.severity.rawValue
            arguments = finding.arguments.map(Self.storable)
        }

        enum CodingKeys: String, CodingKey {
            case position
            case fileName = "file_name"
            case sheet
            case line
            case columnTitle = "column_title"
            case value
            case code
            case severity
            case arguments
        }

        /// PostgreSQL's text cannot hold NUL.
        private static func storable(_ text: String) -> String {
            text.replacing("\0", with: "\u{FFFD}")
        }
    }
}
