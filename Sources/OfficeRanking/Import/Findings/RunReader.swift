/// Reads the records of one run in order, a small part of the file at a time.
struct RunReader {
    /// The next record; nil at the end of the run.
    private(set) var record: FindingRecord?

    private let file: OpenFile?
    /// The part of the file that is not read yet.
    private var remaining: Range<Int>
    private var bytes: [UInt8]
    private var position = 0

    private static let piece = 16_384

    init(file: OpenFile, range: Range<Int>) throws(FileFailure) {
        self.file = file
        remaining = range
        bytes = []
        try advance()
    }

    init(bytes: [UInt8]) {
        file = nil
        remaining = 0..<0
        self.bytes = bytes
        record = takeRecord()
    }

    mutating func advance() throws(FileFailure) {
        record = takeRecord()
        while record == nil && !remaining.isEmpty {
            try readMore()
            record = takeRecord()
        }
    }

    /// Nil if the bytes in memory do not hold a whole record.
    private mutating func takeRecord() -> FindingRecord? {
        let start = position + FindingRecord.lengthBytes
        guard start <= bytes.count else { return nil }
        return bytes.withUnsafeBytes { buffer in
            let length = Int(buffer.loadUnaligned(fromByteOffset: position, as: UInt32.self))
            guard start + length <= buffer.count else { return nil }
            position = start + length
            return FindingRecord(bytes: UnsafeRawBufferPointer(rebasing: buffer[start..<start + length]))
        }
    }

    private mutating func readMore() throws(FileFailure) {
        guard let file else { return }
        bytes.removeFirst(position)
        position = 0
        let piece = try file.read(min(Self.piece, remaining.count), at: remaining.lowerBound)
        // No other program writes this file, so it cannot end before the run does.
        precondition(!piece.isEmpty, "a run of findings ends early")
        bytes += piece
        remaining = remaining.lowerBound + piece.count..<remaining.upperBound
    }
}
