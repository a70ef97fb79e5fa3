/// Reads a JSON text in one pass and within limits, so that no body costs more than the limits allow.
struct JSONReader {
    /// The deepest nesting of objects and lists.
    static let deepest = 8
    /// The greatest number of values.
    static let mostValues = 5_000

    enum Fault: Error {
        case malformed
        /// The text exceeds the limits.
        case outOfBounds
    }

    private let bytes: [UInt8]
    private var position = 0
    private var valueCount = 0

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    static func read(_ bytes: [UInt8]) throws(Fault) -> BodyValue {
        var reader = JSONReader(bytes)
        let value = try reader.value(depth: 0)
        guard reader.next == nil else { throw .malformed }
        return value
    }

    /// The next byte after any space; nil at the end.
    private var next: UInt8? {
        mutating get {
            while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
            return position < bytes.count ? bytes[position] : nil
        }
    }

    private mutating func value(depth: Int) throws(Fault) -> BodyValue {
        valueCount += 1
        guard depth <= Self.deepest, valueCount <= Self.mostValues else { throw .outOfBounds }
        switch next {
        case UInt8(ascii: "{"): return .object(try members(depth: depth))
        case UInt8(ascii: "["): return .list(try items(depth: depth))
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t"): return try word("true", .flag(true))
        case UInt8(ascii: "f"): return try word("false", .flag(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func members(depth: Int) throws(Fault) -> [BodyMember] {
        var members: [BodyMember] = []
        try list(UInt8(ascii: "}")) { reader throws(Fault) in
            guard reader.next == UInt8(ascii: "\"") else { throw .malformed }
            let name = try reader.text()
            try reader.take(UInt8(ascii: ":"))
            members.append(BodyMember(name: name, value: try reader.value(depth: depth + 1)))
        }
        return members
    }

    private mutating func items(depth: Int) throws(Fault) -> [BodyValue] {
        var items: [BodyValue] = []
        try list(UInt8(ascii: "]")) { reader throws(Fault) in
            items.append(try reader.value(depth: depth + 1))
        }
        return items
    }

    /// Reads parts with commas between them, from the opening to the closing bracket.
    private mutating func list(
        _ closing: UInt8, _ part: (inout JSONReader) throws(Fault) -> Void
    ) throws(Fault) {
        position += 1
        if next != closing {
            try part(&self)
            while next == UInt8(ascii: ",") {
                position += 1
                try part(&self)
            }
        }
        try take(closing)
    }

    private mutating func take(_ byte: UInt8) throws(Fault) {
        guard next == byte else { throw .malformed }
        position += 1
    }

    private mutating func word(_ word: StaticString, _ value: BodyValue) throws(Fault) -> BodyValue {
        let end = position + word.utf8CodeUnitCount
        guard end <= bytes.count, bytes[position..<end].elementsEqual(word.description.utf8) else { throw .malformed }
        position = end
        return value
    }

    private mutating func number() throws(Fault) -> BodyValue {
        let begin = position
        while position < bytes.count, Self.isOfNumber(bytes[position]) { position += 1 }
        // No expected number is longer, so a long one is not parsed.
        guard position - begin <= 40 else { return .otherNumber }
        let text = String(decoding: bytes[begin..<position], as: UTF8.self)
        guard text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/) != nil else { throw .malformed }
        return (Int(text) ?? Double(text).flatMap(Int.init(exactly:))).map(BodyValue.integer) ?? .otherNumber
    }

    private mutating func text() throws(Fault) -> String {
        position += 1
        let begin = position
        var hasEscapes = false
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            guard bytes[position] >= 0x20 else { throw .malformed }
            if bytes[position] == UInt8(ascii: "\\") {
                hasEscapes = true
                position += 1
            }
            position += 1
        }
        guard position < bytes.count else { throw .malformed }
        let raw = bytes[begin..<position]
        position += 1
        guard let text = String(validating: raw, as: UTF8.self) else { throw .malformed }
        guard hasEscapes else { return text }
        guard let plain = JSONEscapes.resolved(text) else { throw .malformed }
        return plain
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
            UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }
}
