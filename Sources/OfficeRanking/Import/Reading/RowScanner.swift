/// Finds the cells of the first row in a range of bytes, after RFC 4180. LF, CRLF and CR end a row.
struct RowScanner {
    enum Outcome: Equatable {
        /// The bytes of the row without and with its line end; equal for a last row without a line end.
        case row(length: Int, consumed: Int)
        /// The row continues after these bytes.
        case incomplete
        /// The quotes do not match, so the end of the row is unknown.
        case broken(FindingCode)
    }

    private(set) var count = 0
    /// Line ends inside quoted cells.
    private(set) var innerLineEnds = 0
    private(set) var isASCII = true
    /// The first fault that still lets the scanner find the end of the row.
    private(set) var fault: Fault?
    private(set) var faultColumn: Int?

    private let memory: RowMemory
    private let cellLimit: Int
    private var unquotedCount = 0

    init(limits: ReadingLimits) {
        memory = RowMemory(limits: limits)
        cellLimit = limits.cell
    }

    var cells: UnsafeBufferPointer<Cell> {
        UnsafeBufferPointer(start: memory.cells, count: count)
    }

    func use(delimiter: UInt8) {
        memory.plainClasses.update(from: ByteClasses.plain(delimiter: delimiter), count: 256)
    }

    /// - Parameter isLast: true if no bytes follow, so that the end of the bytes ends the row.
    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Outcome {
        reset()
        guard let start = bytes.baseAddress else { return .row(length: 0, consumed: 0) }
        let end = start + bytes.count
        var position = start
        while true {
            if position < end, position.pointee == UInt8(ascii: "\"") {
                guard scanQuoted(&position, end, isLast: isLast) else {
                    return isLast ? .broken(.quoteUnterminated) : .incomplete
                }
            } else if !scanPlain(&position, end) {
                return .broken(.quoteMisplaced)
            }
            guard position < end else {
                return isLast ? .row(length: bytes.count, consumed: bytes.count) : .incomplete
            }
            switch memory.plainClasses[Int(position.pointee)] {
            case ByteClasses.delimiter: position += 1
            case ByteClasses.lineFeed: return .row(length: position - start, consumed: position - start + 1)
            case ByteClasses.carriageReturn: return afterCarriageReturn(start, position, end, isLast: isLast)
            default: return .broken(.quoteMisplaced)
            }
        }
    }

    private mutating func reset() {
        count = 0
        innerLineEnds = 0
        isASCII = true
        if fault != nil { fault = nil }
        faultColumn = nil
        unquotedCount = 0
    }

    private func afterCarriageReturn(
        _ start: UnsafePointer<UInt8>, _ position: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, isLast: Bool
    ) -> Outcome {
        let length = position - start
        if position + 1 < end {
            return .row(length: length, consumed: position[1] == UInt8(ascii: "\n") ? length + 2 : length + 1)
        }
        return isLast ? .row(length: length, consumed: length + 1) : .incomplete
    }

    /// Moves to the delimiter or line end after a cell without quotes; false if a quote follows leading spaces.
    @inline(__always)
    private mutating func scanPlain(_ position: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Bool {
        let start = position
        let classes = memory.plainClasses
        var current = position
        var seen: UInt8 = 0
        scanning: while current < end {
            let byte = current.pointee
            switch classes[Int(byte)] {
            case ByteClasses.ordinary: seen |= byte
            case ByteClasses.control: note(Fault(.controlCharacter))
            case ByteClasses.quote: if isBlank(start, current) { return false }
            default: break scanning
            }
            current += 1
        }
        if seen >= 0x80 { isASCII = false }
        position = current
        append(UnsafeBufferPointer(start: start, count: current - start))
        return true
    }

    /// Moves behind the closing quote; false if these bytes do not hold it.
    private mutating func scanQuoted(
        _ position: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, isLast: Bool
    ) -> Bool {
        let start = position + 1
        let classes = memory.quotedClasses
        var current = start
        var seen: UInt8 = 0
        var hasDoubledQuotes = false
        scanning: while true {
            guard current < end else { return false }
            let byte = current.pointee
            switch classes[Int(byte)] {
            case ByteClasses.quote:
                if current + 1 == end && !isLast { return false }
                guard current + 1 < end, current[1] == byte else { break scanning }
                hasDoubledQuotes = true
                current += 1
            case ByteClasses.control: note(Fault(.controlCharacter))
            case ByteClasses.lineFeed: innerLineEnds += 1
            case ByteClasses.carriageReturn:
                if current + 1 < end && current[1] != UInt8(ascii: "\n") { innerLineEnds += 1 }
            default: seen |= byte
            }
            current += 1
        }
        if seen >= 0x80 { isASCII = false }
        position = current + 1
        let content = UnsafeBufferPointer(start: start, count: current - start)
        append(hasDoubledQuotes ? withSingleQuotes(content) : content)
        return true
    }

    private func isBlank(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Bool {
        UnsafeBufferPointer(start: start, count: end - start).allSatisfy { $0 == UInt8(ascii: " ") }
    }

    @inline(__always)
    private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard count < memory.columns else {
            return note(Fault(.columnsTooMany, String(memory.columns)), column: nil)
        }
        if bytes.count > cellLimit { note(Fault(.cellTooLong, String(cellLimit))) }
        (memory.cells + count).initialize(to: Cell(bytes: bytes))
        count += 1
    }

    private mutating func note(_ fault: Fault) {
        note(fault, column: count)
    }

    private mutating func note(_ fault: Fault, column: Int?) {
        guard self.fault == nil else { return }
        self.fault = fault
        faultColumn = column
    }

    /// The content of a quoted cell, with single quotes instead of doubled ones.
    private mutating func withSingleQuotes(_ content: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        // A row over its limit is refused, so its cells need no memory.
        guard unquotedCount + content.count <= memory.unquotedCapacity else {
            return UnsafeBufferPointer(start: content.baseAddress, count: 0)
        }
        let target = memory.unquoted + unquotedCount
        var written = 0
        var index = 0
        while index < content.count {
            target[written] = content[index]
            index += content[index] == UInt8(ascii: "\"") ? 2 : 1
            written += 1
        }
        unquotedCount += written
        return UnsafeBufferPointer(start: target, count: written)
    }
}
