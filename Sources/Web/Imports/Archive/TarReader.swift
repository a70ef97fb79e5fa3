/// Reads a tar archive from its bytes in pieces of any length. It keeps at most one header, and touches no file.
struct TarReader {
    /// The contents of the archive, in order.
    enum Event: Equatable {
        case file(path: [UInt8], byteCount: Int)
        /// Bytes of the current file.
        case bytes(ArraySlice<UInt8>)
        case fileEnd
        case folder(path: [UInt8])
        /// A link, a device or a similar member.
        case other(path: [UInt8])
    }

    private enum State {
        case header
        case file(left: Int, padding: Int)
        case records(TarHeader.Kind, count: Int, padding: Int)
        case padding(left: Int)
        /// The number of blocks of zeros at the end so far.
        case end(blocks: Int)
    }

    private var state = State.header
    /// Bytes of a header or of records, so far.
    private var gathered: [UInt8] = []
    private var next = Announced()
    private var isBegun = false

    /// What earlier headers say about the next member.
    private struct Announced {
        var path: [UInt8]?
        var byteCount: Int?
        var headers = 0
    }

    /// A path is at most 4,096 bytes long; nothing else in records is needed.
    private static let mostRecordBytes = 64 << 10
    private static let mostHeadersBeforeAMember = 4

    mutating func read(_ bytes: some Sequence<UInt8>, _ take: (Event) throws -> Void) throws {
        var rest = Array(bytes)[...]
        while !rest.isEmpty { try step(&rest, take) }
    }

    /// Throws if the archive has not come to its end.
    func finish() throws(ArchiveFault) {
        guard isBegun else { throw .notAnArchive }
        guard case .end(let blocks) = state, blocks >= 2, gathered.isEmpty else { throw .brokenOff }
    }

    private mutating func step(_ rest: inout ArraySlice<UInt8>, _ take: (Event) throws -> Void) throws {
        switch state {
        case .header:
            guard let block = gather(TarHeader.size, from: &rest) else { return }
            try header(block, take)
        case .file(let left, let padding):
            let part = rest.prefix(left)
            rest = rest.dropFirst(part.count)
            try take(.bytes(part))
            state = .file(left: left - part.count, padding: padding)
            if part.count == left { try endFile(padding, take) }
        case .records(let kind, let count, let padding):
            guard let bytes = gather(count, from: &rest) else { return }
            try announce(kind, bytes)
            skip(padding)
        case .padding(let left):
            let count = min(left, rest.count)
            rest = rest.dropFirst(count)
            skip(left - count)
        case .end(let blocks):
            guard let block = gather(TarHeader.size, from: &rest) else { return }
            // Data after the end would be silently lost.
            guard block.allSatisfy({ $0 == 0 }) else { throw ArchiveFault.damaged }
            state = .end(blocks: min(blocks + 1, 2))
        }
    }

    /// The next `count` bytes, once all of them have come.
    private mutating func gather(_ count: Int, from rest: inout ArraySlice<UInt8>) -> [UInt8]? {
        let part = rest.prefix(count - gathered.count)
        gathered += part
        rest = rest.dropFirst(part.count)
        guard gathered.count == count else { return nil }
        defer { gathered = [] }
        return gathered
    }

    private mutating func header(_ block: [UInt8], _ take: (Event) throws -> Void) throws {
        if isBegun, block.allSatisfy({ $0 == 0 }) {
            state = .end(blocks: 1)
            return
        }
        let header: TarHeader
        do {
            header = try TarHeader(block)
        } catch {
            throw isBegun ? error : .notAnArchive
        }
        isBegun = true
        switch header.kind {
        case .extended, .global, .longPath, .longLink: try beginRecords(header)
        case .file, .folder, .other: try begin(header, take)
        }
    }

    private mutating func beginRecords(_ header: TarHeader) throws(ArchiveFault) {
        next.headers += 1
        guard next.headers <= Self.mostHeadersBeforeAMember else { throw .tooManyMembers }
        guard (1...Self.mostRecordBytes).contains(header.byteCount) else { throw .unsupported }
        state = .records(header.kind, count: header.byteCount, padding: Self.padding(header.byteCount))
    }

    private mutating func announce(_ kind: TarHeader.Kind, _ bytes: [UInt8]) throws(ArchiveFault) {
        switch kind {
        case .extended:
            let records = try PaxRecords(bytes)
            next.path = records.path ?? next.path
            next.byteCount = records.byteCount ?? next.byteCount
        case .longPath: next.path = Array(bytes.prefix { $0 != 0 })
        default: break
        }
    }

    private mutating func begin(_ header: TarHeader, _ take: (Event) throws -> Void) throws {
        let path = next.path ?? header.path
        let byteCount = next.byteCount ?? header.byteCount
        next = Announced()
        switch header.kind {
        case .file:
            try take(.file(path: path, byteCount: byteCount))
            let padding = Self.padding(byteCount)
            state = .file(left: byteCount, padding: padding)
            if byteCount == 0 { try endFile(padding, take) }
        case .folder: try take(.folder(path: path))
        default: try take(.other(path: path))
        }
    }

    private mutating func endFile(_ padding: Int, _ take: (Event) throws -> Void) throws {
        try take(.fileEnd)
        skip(padding)
    }

    private mutating func skip(_ count: Int) {
        state = count == 0 ? .header : .padding(left: count)
    }

    /// Members begin at whole blocks.
    private static func padding(_ count: Int) -> Int {
        (TarHeader.size - count % TarHeader.size) % TarHeader.size
    }
}
