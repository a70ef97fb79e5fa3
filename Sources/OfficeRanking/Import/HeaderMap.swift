/// Maps the expected columns to the columns of a file, and finds the faults of its header.
struct HeaderMap {
    /// For each expected column, in the order of the specs, the index of the file's column.
    private(set) var columns: [Int?]
    /// The header's cells, normalised.
    let titles: [String]
    /// Columns with an empty header cell. They are accepted if all their cells are empty too.
    let untitled: [Int]
    private(set) var findings: [Finding] = []
    /// False if a required column is missing, so that the rows need not be read.
    private(set) var isUsable = true

    private let file: String
    private let position: RowPosition

    init(header: TableRow, specs: [ColumnSpec], file: String) {
        self.file = file
        position = header.position
        titles = header.cells.map { TextNormalizer.normalize($0.text) }
        untitled = titles.indices.filter { [titles] in titles[$0].isEmpty }
        columns = Array(repeating: nil, count: specs.count)
        let unknown = match(specs)
        if let delimiter = unsupportedDelimiter {
            add(.delimiterNotSupported, column: nil, arguments: [delimiter])
            isUsable = false
            return
        }
        for title in unknown { reportUnknown(title, specs) }
        reportMissing(specs)
    }

    /// The file's title of an expected column; its first known title if the file lacks the column.
    func title(of spec: ColumnSpec, at index: Int) -> String {
        columns[index].map { titles[$0] } ?? spec.title
    }

    /// The names of the expected columns that the file has.
    func presentNames(among specs: [ColumnSpec]) -> [String] {
        zip(specs, columns).filter { $0.1 != nil }.map(\.0.name)
    }

    /// Fills `columns` and returns the titles that fit no spec.
    private mutating func match(_ specs: [ColumnSpec]) -> [String] {
        var known = KeyTable<Int>()
        for (index, spec) in specs.enumerated() {
            for title in [spec.name] + spec.titles { known.insert(title, index) }
        }
        var unknown: [String] = []
        for (column, title) in titles.enumerated() where !title.isEmpty {
            guard let index = known.value(for: title) else {
                unknown.append(title)
                continue
            }
            if columns[index] == nil {
                columns[index] = column
            } else {
                add(.columnRepeated, column: title)
            }
        }
        return unknown
    }

    /// A delimiter that the reader does not support. The header is then one cell that matches no column.
    private var unsupportedDelimiter: String? {
        guard titles.count == 1, columns.allSatisfy({ $0 == nil }) else { return nil }
        return ["؛", "،", "|"].first { titles[0].contains($0) }
    }

    private mutating func reportUnknown(_ title: String, _ specs: [ColumnSpec]) {
        if let near = Self.nearest(to: title, in: specs) {
            add(.columnUnknownNear, column: title, arguments: [near])
        } else {
            add(.columnUnknown, column: title, arguments: [specs.map(\.title).joined(separator: "، ")])
        }
    }

    private mutating func reportMissing(_ specs: [ColumnSpec]) {
        for (spec, column) in zip(specs, columns) where spec.isRequired && column == nil {
            add(.columnMissing, column: nil, arguments: [spec.title])
            isUsable = false
        }
    }

    private mutating func add(_ code: FindingCode, column: String?, arguments: [String] = []) {
        let shown = column.map { Finding.shown($0, isPersonal: false) }
        findings.append(Finding(code, file: file, at: position, column: shown, arguments: arguments))
    }

    /// The known title that differs in the fewest letters, at most a third of them.
    private static func nearest(to title: String, in specs: [ColumnSpec]) -> String? {
        let key = Array(ComparisonKey.make(of: title).unicodeScalars.prefix(80))
        let candidates = specs.flatMap { [$0.name] + $0.titles }.map { title in
            (title, EditDistance.between(key, Array(ComparisonKey.make(of: title).unicodeScalars)))
        }
        guard let best = candidates.min(by: { $0.1 < $1.1 }), best.1 <= max(1, key.count / 3) else { return nil }
        return best.0
    }
}
