import Synchronization

/// Collects the findings of an import: counts them by code, keeps the first ones in memory and all of them on disk in
/// the order of their lines. So memory stays flat for any number of findings.
///
/// Findings may come in any order and from several sources (the file, then the database). Findings of one line keep the
/// order in which they came.
public final class FindingReport: Sendable {
    private let state: Mutex<State>

    /// - Parameters:
    ///   - keeping: how many of the first findings, by line, stay in memory.
    ///   - folder: the folder for findings that do not fit into memory; nil means the system's folder for temporary
    ///     files.
    public init(keeping: Int = 20, in folder: String? = nil) {
        state = Mutex(State(keeping: keeping, folder: folder))
    }

    public var counts: [FindingCode: Int] { state.withLock { $0.counts } }

    public var errorCount: Int { state.withLock { $0.errorCount } }

    public var hasErrors: Bool { errorCount > 0 }

    public var total: Int { state.withLock { $0.counts.values.reduce(0, +) } }

    /// The first findings in the order of files and lines.
    public var first: [Finding] { state.withLock { $0.first } }

    /// The findings in memory. If some are only on disk, errors come first, so that notices of earlier lines do not
    /// hide them.
    public var foremost: [Finding] {
        let (first, errorCount) = state.withLock { ($0.first, $0.errorCount) }
        guard errorCount > 0, total > first.count, let errors = try? firstErrors(first.count) else { return first }
        return errors + first.filter { $0.severity == .notice }.prefix(first.count - errors.count)
    }

    private func firstErrors(_ count: Int) throws -> [Finding] {
        var reader = try reader()
        var errors: [Finding] = []
        while errors.count < count, let finding = try reader.next() {
            if finding.severity == .error { errors.append(finding) }
        }
        return errors
    }

    /// Adds a finding. A failure to write it to disk is thrown later, by `forEach` and `writeCSV`.
    public func add(_ finding: Finding) {
        state.withLock { $0.add(finding) }
    }

    /// Adds a finding of the database, which has the name of the column but not its title in the file.
    func add(
        _ code: FindingCode, file: String, at position: RowPosition?, columnName: String?, value: String?,
        arguments: [String] = []
    ) {
        state.withLock { state in
            let column = columnName.map { state.columns[file]?[$0] ?? ColumnSighting(title: $0, isPersonal: false) }
            let shown = value.map { Finding.shown($0, isPersonal: column?.isPersonal ?? false) }
            state.add(
                Finding(code, file: file, at: position, column: column?.title, value: shown, arguments: arguments))
        }
    }

    /// Calls the body with each finding so far, in the order of files, lines and arrival.
    public func forEach(_ body: (Finding) throws -> Void) throws {
        var reader = try reader()
        while let finding = try reader.next() { try body(finding) }
    }

    /// A reader of the findings so far, in the same order.
    func reader() throws -> FindingSpool.Reader {
        try state.withLock { try $0.contents() }.reader()
    }

    /// Writes all findings as CSV for Excel, with reasons in both languages.
    public func writeCSV(to path: String) throws {
        var table = try FindingTable(path: path)
        try forEach { try table.write($0) }
        try table.finish()
    }

    /// Registers the titles of a file's columns, for findings that only have the name of a column.
    func register(file: String, columns: [String: ColumnSighting]) {
        state.withLock { $0.columns[file] = columns }
    }

    /// Registers the order of a file's sheets.
    func register(file: String, sheets: [Sheet]) {
        guard !sheets.isEmpty else { return }
        state.withLock { $0.register(file: file, sheets: sheets.map(\.name)) }
    }
}

/// A column as one file has it.
struct ColumnSighting: Sendable {
    let title: String
    let isPersonal: Bool
}

extension FindingReport {
    private struct State {
        let keeping: Int
        var counts: [FindingCode: Int] = [:]
        var errorCount = 0
        var first: [Finding] = []
        var columns: [String: [String: ColumnSighting]] = [:]
        private var firstKeys: [FindingKey] = []
        private var spool: FindingSpool

        init(keeping: Int, folder: String?) {
            self.keeping = keeping
            spool = FindingSpool(in: folder)
        }

        mutating func add(_ finding: Finding) {
            counts[finding.code, default: 0] += 1
            if finding.severity == .error { errorCount += 1 }
            keep(finding, spool.add(finding))
        }

        mutating func register(file: String, sheets: [String]) {
            spool.register(file: file, sheets: sheets)
        }

        mutating func contents() throws -> FindingSpool.Contents {
            try spool.contents()
        }

        private mutating func keep(_ finding: Finding, _ key: FindingKey) {
            if first.count == keeping {
                guard let last = firstKeys.last, key < last else { return }
                first.removeLast()
                firstKeys.removeLast()
            }
            let index = firstKeys.firstIndex { key < $0 } ?? firstKeys.count
            first.insert(finding, at: index)
            firstKeys.insert(key, at: index)
        }
    }
}
