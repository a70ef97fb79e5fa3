/// The order of findings: files as they appear first, then their sheets, then lines. Findings about a whole file come
/// first.
struct FindingKey: Comparable {
    let file: Int32
    /// 0 without a sheet.
    let sheet: Int32
    let line: Int

    static func < (left: FindingKey, right: FindingKey) -> Bool {
        (left.file, left.sheet, left.line) < (right.file, right.sheet, right.line)
    }
}

/// A file with findings, and its sheets.
struct FindingFile: Sendable {
    let name: String
    fileprivate(set) var sheets: [String] = []

    /// The number of a sheet, from 1.
    fileprivate mutating func number(of sheet: String) -> Int {
        if let index = sheets.firstIndex(of: sheet) { return index + 1 }
        sheets.append(sheet)
        return sheets.count
    }

    /// Nil without a sheet.
    func sheet(_ number: Int32) -> String? {
        number == 0 ? nil : sheets[Int(number) - 1]
    }
}

/// Sorts findings on disk by an external merge sort. A full buffer is sorted and written as a run. A run that continues
/// the previous one extends it, so findings that arrive in order make a single run.
struct FindingSpool {
    private struct Entry {
        let key: FindingKey
        let range: Range<Int>
    }

    private struct Run {
        var range: Range<Int>
        var last: FindingKey
    }

    private var files: [FindingFile] = []
    private var buffer: [UInt8] = []
    private var entries: [Entry] = []
    private var runs: [Run] = []
    private var file: OpenFile?
    private var failure: FileFailure?
    private let bufferSize: Int
    private let folder: String?

    /// - Parameter folder: the folder for findings that do not fit into memory; nil means the system's folder for
    ///   temporary files.
    init(bufferSize: Int = 262_144, in folder: String? = nil) {
        (self.bufferSize, self.folder) = (bufferSize, folder)
    }

    /// Bytes on disk; 0 if everything fits into memory.
    var spilledBytes: Int { runs.last?.range.upperBound ?? 0 }

    mutating func add(_ finding: Finding) -> FindingKey {
        let key = key(of: finding)
        let start = buffer.count
        FindingRecord(key: key, finding: finding).append(to: &buffer)
        entries.append(Entry(key: key, range: start..<buffer.count))
        if buffer.count >= bufferSize { spill() }
        return key
    }

    /// All findings so far; more may be added while they are read.
    mutating func contents() throws(FileFailure) -> Contents {
        sortEntries()
        if let failure { throw failure }
        return Contents(files: files, file: file, runs: runs.map(\.range), buffered: sortedBytes())
    }

    struct Contents: Sendable {
        let files: [FindingFile]
        let file: OpenFile?
        let runs: [Range<Int>]
        let buffered: [UInt8]

        func reader() throws -> Reader {
            var readers: [RunReader] = []
            if let file { readers = try runs.map { try RunReader(file: file, range: $0) } }
            readers.append(RunReader(bytes: buffered))
            return Reader(files: files, runs: readers)
        }
    }

    /// Merges the runs on disk with the findings in memory.
    struct Reader {
        let files: [FindingFile]
        fileprivate var runs: [RunReader]

        mutating func next() throws -> Finding? {
            guard let first = indexOfFirst(), let record = runs[first].record else { return nil }
            let finding = record.finding(files: files)
            try runs[first].advance()
            return finding
        }

        /// The index of the smallest key. Of equal keys the earliest run wins, which keeps the order of arrival.
        private func indexOfFirst() -> Int? {
            var best: (index: Int, key: FindingKey)?
            for (index, run) in runs.enumerated() {
                guard let key = run.record?.key else { continue }
                if let current = best, current.key <= key { continue }
                best = (index, key)
            }
            return best?.index
        }
    }

    /// Registers the order of a file's sheets; other sheets follow in the order of their first finding.
    mutating func register(file: String, sheets: [String]) {
        files[index(of: file)].sheets = sheets
    }

    private mutating func key(of finding: Finding) -> FindingKey {
        let file = index(of: finding.file)
        let sheet = finding.sheet.map { files[file].number(of: $0) } ?? 0
        return FindingKey(file: Int32(file), sheet: Int32(sheet), line: finding.line ?? 0)
    }

    private mutating func index(of file: String) -> Int {
        if let index = files.firstIndex(where: { $0.name == file }) { return index }
        files.append(FindingFile(name: file))
        return files.count - 1
    }

    private mutating func sortEntries() {
        for (entry, next) in zip(entries, entries.dropFirst()) where next.key < entry.key {
            // The standard library's sort is stable but does not promise it, so the index in the buffer decides.
            entries.sort { ($0.key, $0.range.lowerBound) < ($1.key, $1.range.lowerBound) }
            return
        }
    }

    private func sortedBytes() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(buffer.count)
        for entry in entries { bytes += buffer[entry.range] }
        return bytes
    }

    private mutating func spill() {
        sortEntries()
        defer {
            buffer.removeAll(keepingCapacity: true)
            entries.removeAll(keepingCapacity: true)
        }
        guard failure == nil, let first = entries.first, let last = entries.last else { return }
        do throws(FileFailure) {
            try write(sortedBytes())
            extendRuns(from: first.key, to: last.key)
        } catch {
            failure = error
        }
    }

    private mutating func write(_ bytes: [UInt8]) throws(FileFailure) {
        if file == nil { file = try OpenFile.unnamed(in: folder) }
        try file?.write(bytes)
    }

    private mutating func extendRuns(from first: FindingKey, to last: FindingKey) {
        let start = spilledBytes
        if let run = runs.last, run.last <= first {
            runs[runs.count - 1] = Run(range: run.range.lowerBound..<start + buffer.count, last: last)
        } else {
            runs.append(Run(range: start..<start + buffer.count, last: last))
        }
    }
}
