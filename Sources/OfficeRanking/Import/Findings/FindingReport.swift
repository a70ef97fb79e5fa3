import Synchronization

/// Collects the findings of an import: counted by code, the first ones in memory, all of them on disk in the order of
/// their lines, so that memory stays flat however many there are.
///
/// Findings may come in any order and from several sources (the file, then the database); within one line they keep
/// the order in which they came.
public final class FindingReport: Sendable {
    private let state: Mutex<State>

    /// - Parameters:
    ///   - keeping: how many of the first findings, in the order of the lines, stay in memory.
    ///   - folder: where many findings lie; nil is the system's for temporary files.
    public init(keeping: Int = 20, in folder: String? = nil) {
        state = Mutex(State(keeping: keeping, folder: folder))
    }

    public var counts: [FindingCode: Int] { state.withLock { $0.counts } }

    public var errorCount: Int { state.withLock { $0.errorCount } }

    public var hasErrors: Bool { errorCount > 0 }

    public var total: Int { state.withLock { $0.counts.values.reduce(0, +) } }

    /// The first findings in the order of files and lines.
    public var first: [Finding] { state.withLock { $0.first } }

    /// The first findings that stay in memory; when others do not, errors come first, which notices of earlier lines would
    /// hide.
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

    /// A failure to write to disk is thrown later, by `forEach` and `writeCSV`.
    public func add(_ finding: Finding) {
        state.withLock { $0.add(finding) }
    }

    /// Adds a finding of the database, which knows the name of a column but not its title in the file.
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

    /// Calls the body with every finding that was added before, in the order of files, lines and arrival.
    public func forEach(_ body: (Finding) throws -> Void) throws {
        var reader = try reader()
        while let finding = try reader.next() { try body(finding) }
    }

    /// The findings that were added before, one after the other, in the same order.
    func reader() throws -> FindingSpool.Reader {
        try state.withLock { try $0.contents() }.reader()
    }

    /// Writes all findings as CSV for Excel, with reasons in both languages.
    public func writeCSV(to path: String) throws {
        var table = try FindingTable(path: path)
        try forEach { try table.write($0) }
        try table.finish()
    }

    /// Says how a file titles the columns, for findings that come with a column's name.
    func register(file: String, columns: [String: ColumnSighting]) {
        state.withLock { $0.columns[file] = columns }
    }

    /// Says in which order the sheets of a file stand.
    func register(file: String, sheets: [Sheet]) {
        guard !sheets.isEmpty else { return }
        state.withLock { $0.register(file: file, sheets: sheets.map(\.name)) }
    }
}

/// A column as a file has it.
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
