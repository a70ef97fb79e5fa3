import Crypto
import RankingRules

/// Reads the rows of a CSV file one after the other in flat memory: UTF-8 with or without a byte order mark; comma,
/// semicolon or tab; quoted cells with line ends.
final class TableReader: RowSource {
    let sheets: [Sheet] = []
    let totalBytes: Int?
    private(set) var bytesRead = 0
    private(set) var position: RowPosition?
    private(set) var delimiter = UInt8(ascii: ",")

    private let limits: ReadingLimits
    private let buffer: ChunkBuffer
    private var scanner: RowScanner
    private var rawBytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    /// The number of cells of the header, which every row must have.
    private var width: Int?
    private var hash = SHA256()
    /// The physical line of the next byte, from 1.
    private var line = 1
    private var rereadBytes = 0
    private var isSkippingLine = false
    private var hasSeenUTF8 = false

    init(totalBytes: Int? = nil, limits: ReadingLimits = ReadingLimits(), source: @escaping ByteSource) {
        self.totalBytes = totalBytes
        self.limits = limits
        // A delimiter at the end of a row at its limit, and CRLF, must still fit.
        buffer = ChunkBuffer(longest: limits.row + 4, chunk: limits.chunk, source: source)
        scanner = RowScanner(limits: limits)
    }

    /// Reads bytes in memory.
    convenience init(bytes: [UInt8]) {
        var rest = bytes[...]
        self.init(totalBytes: bytes.count) { target in
            let piece = rest.prefix(target.count)
            target.copyBytes(from: piece)
            rest.removeFirst(piece.count)
            return piece.count
        }
    }

    /// The SHA-256 of the whole file in hexadecimal; nil until the last row is read.
    var digest: String? {
        guard buffer.isAtEnd else { return nil }
        return Hexadecimal.text(hash.finalize())
    }

    /// Recognises the kind of the file and returns its first row that is not blank: the header.
    func readHeader() throws(Fault) -> TableRow {
        while buffer.count < limits.probe && !buffer.isAtEnd { try fill() }
        let signature = FileSignature(UnsafeBufferPointer(rebasing: buffer.unused.prefix(limits.probe)))
        if let fault = signature.fault { throw fault }
        buffer.use(signature.markLength)
        try skipLineEnds()
        try detectDelimiter()
        guard let header = try next() else { throw Fault(.fileEmpty) }
        width = header.count
        return header
    }

    var rawText: String { String(decoding: rawBytes, as: UTF8.self) }

    /// The next row that is not blank, or nil at the end. It is valid until the next call.
    func next() throws(Fault) -> TableRow? {
        var blankRows = 0
        while true {
            if isSkippingLine { try skipLine() }
            if buffer.count == 0 && !buffer.isAtEnd { try fill() }
            guard buffer.count > 0 else { return nil }
            switch scanner.scan(buffer.unused, isLast: buffer.isAtEnd) {
            case .row(let length, let consumed):
                guard let row = try take(length, consumed, blankRows) else {
                    blankRows += 1
                    continue
                }
                return row
            case .incomplete:
                guard buffer.count <= limits.row else { return try takeBroken(.rowTooLong, blankRows) }
                try fill()
            case .broken(let code):
                return try takeBroken(code, blankRows)
            }
        }
    }

    private func fill() throws(Fault) {
        do {
            let bytes = try buffer.fill()
            hash.update(bufferPointer: bytes)
            bytesRead += bytes.count
        } catch {
            throw TableFile.fault(of: error)
        }
    }

    /// The row that the scanner has found; nil if it is blank.
    private func take(_ length: Int, _ consumed: Int, _ blankRows: Int) throws(Fault) -> TableRow? {
        let bytes = buffer.unused
        let firstLine = RowPosition(row: line)
        position = firstLine
        line += 1 + scanner.innerLineEnds
        buffer.use(consumed)
        guard !isBlank else { return nil }
        rawBytes = UnsafeBufferPointer(rebasing: bytes[..<length])
        var fault = scanner.fault
        var column = scanner.faultColumn
        if length > limits.row {
            (fault, column) = (Fault(.rowTooLong, String(limits.row)), nil)
        } else if !scanner.isASCII, let invalid = try invalidText(in: rawBytes) {
            (fault, column) = (invalid, nil)
        } else if fault == nil {
            fault = shapeFault(isEnded: consumed > length)
        }
        return TableRow(
            firstLine, cells: scanner.cells, blankRowsBefore: blankRows, fault: fault, faultColumn: column)
    }

    /// A short last row without a line end means that the file was cut off.
    private func shapeFault(isEnded: Bool) -> Fault? {
        guard let width, scanner.count != width else { return nil }
        let counts = (String(scanner.count), String(width))
        if scanner.count > width { return Fault(.cellsTooMany, counts.0, counts.1) }
        return Fault(isEnded ? .cellsTooFew : .fileTruncated, counts.0, counts.1)
    }

    /// Takes a row whose end is unknown. Its first physical line is refused and reading continues after that line, so
    /// that one stray quote does not swallow the rest of the file.
    private func takeBroken(_ code: FindingCode, _ blankRows: Int) throws(Fault) -> TableRow {
        let firstLine = RowPosition(row: line)
        position = firstLine
        rereadBytes += buffer.count
        guard rereadBytes <= limits.rereading else { throw Fault(.rowsBrokenTooMany) }
        while firstLineEnd == nil && buffer.count <= limits.row && !buffer.isAtEnd { try fill() }
        let bytes = buffer.unused
        let length = min(firstLineEnd ?? bytes.count, limits.row)
        buffer.use(length)
        isSkippingLine = true
        let fault = code == .rowTooLong ? Fault(code, String(limits.row)) : Fault(code)
        rawBytes = UnsafeBufferPointer(rebasing: bytes[..<length])
        return TableRow(firstLine, cells: scanner.cells, blankRowsBefore: blankRows, fault: fault)
    }

    private var firstLineEnd: Int? {
        buffer.unused.firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    }

    /// Skips the bytes up to the end of the physical line.
    private func skipLine() throws(Fault) {
        isSkippingLine = false
        while true {
            let bytes = buffer.unused
            if let index = firstLineEnd {
                let isReturn = bytes[index] == UInt8(ascii: "\r")
                if !isReturn || index + 1 < bytes.count || buffer.isAtEnd {
                    let isPair = isReturn && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n")
                    buffer.use(index + (isPair ? 2 : 1))
                    line += 1
                    return
                }
                buffer.use(index)
            } else {
                buffer.use(bytes.count)
            }
            if buffer.isAtEnd { return }
            try fill()
        }
    }

    /// True for a row without cells, or with empty and white ones only.
    private var isBlank: Bool {
        scanner.fault == nil
            && scanner.cells.allSatisfy { cell in
                cell.bytes.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            }
    }

    private func invalidText(in row: UnsafeBufferPointer<UInt8>) throws(Fault) -> Fault? {
        if (try? UTF8Span(validating: row.span)) != nil {
            hasSeenUTF8 = true
            return nil
        }
        // After Persian text in UTF-8 a broken row is damaged text, not another code page.
        if !hasSeenUTF8 && LegacyEncoding.isWindows1256(row) { throw Fault(.fileIsWindows1256) }
        return Fault(.textInvalid)
    }

    private func skipLineEnds() throws(Fault) {
        while true {
            guard let byte = buffer.unused.first else {
                if buffer.isAtEnd { throw Fault(.fileEmpty) }
                try fill()
                continue
            }
            guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { return }
            if byte == UInt8(ascii: "\r") && buffer.count == 1 && !buffer.isAtEnd { try fill() }
            let isPair = byte == UInt8(ascii: "\r") && buffer.count > 1 && buffer.unused[1] == UInt8(ascii: "\n")
            buffer.use(isPair ? 2 : 1)
            line += 1
        }
    }

    /// Chooses the delimiter that gives the header the most cells.
    private func detectDelimiter() throws(Fault) {
        var best = 0
        for candidate in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
            scanner.use(delimiter: candidate)
            var outcome = scanner.scan(buffer.unused, isLast: buffer.isAtEnd)
            while outcome == .incomplete && buffer.count <= limits.row {
                try fill()
                outcome = scanner.scan(buffer.unused, isLast: buffer.isAtEnd)
            }
            if case .row = outcome, scanner.count > best {
                best = scanner.count
                delimiter = candidate
            }
        }
        scanner.use(delimiter: delimiter)
    }
}
