/// Writes values as bytes, because a page has hundreds of texts and most need no escapes.
public struct JSONWriter {
    public private(set) var bytes: [UInt8] = []

    /// - Parameter capacity: the expected number of bytes.
    public init(capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    public mutating func write(_ value: JSONValue, level: Int, isInline: Bool) {
        switch value {
        case .string(let string): write(string: string)
        case .integer(let number): write(number)
        case .bool(let flag): write(flag ? "true" : "false")
        case .null: write("null")
        case .written(let json): write(json)
        case .array(let values):
            write("[")
            for (index, value) in values.enumerated() {
                separate(index, level, isInline)
                write(value, level: level + 1, isInline: true)
            }
            end("]", values.isEmpty, level, isInline)
        case .object(let members):
            write("{")
            for (index, member) in members.enumerated() {
                separate(index, level, isInline)
                begin(member.0)
                write(member.1, level: level + 1, isInline: isInline)
            }
            end("}", members.isEmpty, level, isInline)
        }
    }

    public mutating func separate(_ index: Int, _ level: Int, _ isInline: Bool) {
        if index > 0 { write(isInline ? ", " : ",") }
        if !isInline { breakLine(level + 1) }
    }

    public mutating func end(_ closing: String, _ isEmpty: Bool, _ level: Int, _ isInline: Bool) {
        if !isInline && !isEmpty { breakLine(level) }
        write(closing)
    }

    /// Writes `"key": `, the beginning of a member.
    public mutating func begin(_ key: String) {
        write(string: key)
        write(": ")
    }

    /// Writes bytes that are JSON already.
    public mutating func write(bytes more: [UInt8]) {
        bytes += more
    }

    private mutating func breakLine(_ level: Int) {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
    }

    public mutating func write(_ number: Int64) {
        write(String(number))
    }

    /// Writes text that is JSON already.
    public mutating func write(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// Writes a text in quotes. Continuation bytes of UTF-8 are never below 0x80, so single bytes decide what is
    /// escaped.
    public mutating func write(string: String) {
        bytes.append(UInt8(ascii: "\""))
        var string = string
        string.withUTF8 { letters in
            var start = 0
            for (index, letter) in letters.enumerated() {
                guard Self.isEscaped(letter) else { continue }
                bytes.append(contentsOf: letters[start..<index])
                bytes.append(contentsOf: Self.escape(letter).utf8)
                start = index + 1
            }
            bytes.append(contentsOf: letters[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func isEscaped(_ letter: UInt8) -> Bool {
        letter < 0x20 || letter == UInt8(ascii: "\"") || letter == UInt8(ascii: "\\") || letter == 0x7F
    }

    private static func escape(_ letter: UInt8) -> String {
        switch letter {
        case UInt8(ascii: "\""): return "\\\""
        case UInt8(ascii: "\\"): return "\\\\"
        case UInt8(ascii: "\n"): return "\\n"
        case UInt8(ascii: "\r"): return "\\r"
        case UInt8(ascii: "\t"): return "\\t"
        default: return (letter < 0x10 ? "\\u000" : "\\u00") + String(letter, radix: 16)
        }
    }
}
