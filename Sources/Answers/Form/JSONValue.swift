/// A JSON value whose objects keep the order in which they were made.
package enum JSONValue: Sendable {
    case string(String)
    case integer(Int64)
    case bool(Bool)
    case null
    case array([JSONValue])
    case object([(String, JSONValue)])

    /// RFC 8259, two spaces a level; an object inside a list stands on one line, so that rows can be compared by line.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The text in UTF-8.
    package var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.write(self, level: 0, isInline: false)
        return writer.bytes
    }

    /// On one line.
    package var line: String {
        var writer = JSONWriter()
        writer.write(self, level: 0, isInline: true)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

/// Writes values as bytes: a page has hundreds of texts, and most have nothing to escape.
private struct JSONWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ value: JSONValue, level: Int, isInline: Bool) {
        switch value {
        case .string(let string): write(string: string)
        case .integer(let number): write(String(number))
        case .bool(let flag): write(flag ? "true" : "false")
        case .null: write("null")
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
                write(string: member.0)
                write(": ")
                write(member.1, level: level + 1, isInline: isInline)
            }
            end("}", members.isEmpty, level, isInline)
        }
    }

    private mutating func separate(_ index: Int, _ level: Int, _ isInline: Bool) {
        if index > 0 { write(isInline ? ", " : ",") }
        if !isInline { breakLine(level + 1) }
    }

    private mutating func end(_ closing: String, _ isEmpty: Bool, _ level: Int, _ isInline: Bool) {
        if !isInline && !isEmpty { breakLine(level) }
        write(closing)
    }

    private mutating func breakLine(_ level: Int) {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
    }

    private mutating func write(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// In quotes. Bytes behind the first of a letter are never below 0x80, so single bytes tell what is escaped.
    private mutating func write(string: String) {
        bytes.append(UInt8(ascii: "\""))
        var string = string
        string.withUTF8 { letters in
            var start = 0
            for (place, letter) in letters.enumerated() {
                guard let escape = Self.escape(letter) else { continue }
                bytes.append(contentsOf: letters[start..<place])
                bytes.append(contentsOf: escape.utf8)
                start = place + 1
            }
            bytes.append(contentsOf: letters[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func escape(_ letter: UInt8) -> String? {
        switch letter {
        case UInt8(ascii: "\""): return "\\\""
        case UInt8(ascii: "\\"): return "\\\\"
        case UInt8(ascii: "\n"): return "\\n"
        case UInt8(ascii: "\r"): return "\\r"
        case UInt8(ascii: "\t"): return "\\t"
        case ..<0x20, 0x7F: return (letter < 0x10 ? "\\u000" : "\\u00") + String(letter, radix: 16)
        default: return nil
        }
    }
}
