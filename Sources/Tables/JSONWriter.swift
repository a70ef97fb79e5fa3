import RankingRules

/// Writes values as bytes: a page has hundreds of texts, and most have nothing to escape.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ value: JSONValue, level: Int, isInline: Bool) {
        switch value {
        case .string(let string): write(string: string)
        case .integer(let number): write(number)
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
                begin(member.0)
                write(member.1, level: level + 1, isInline: isInline)
            }
            end("}", members.isEmpty, level, isInline)
        }
    }

    mutating func separate(_ index: Int, _ level: Int, _ isInline: Bool) {
        if index > 0 { write(isInline ? ", " : ",") }
        if !isInline { breakLine(level + 1) }
    }

    mutating func end(_ closing: String, _ isEmpty: Bool, _ level: Int, _ isInline: Bool) {
        if !isInline && !isEmpty { breakLine(level) }
        write(closing)
    }

    /// `"key": ` of a member.
    mutating func begin(_ key: String) {
        write(string: key)
        write(": ")
    }

    /// Bytes that are JSON already.
    mutating func write(bytes more: [UInt8]) {
        bytes += more
    }

    private mutating func breakLine(_ level: Int) {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
    }

    mutating func write(_ number: Int64) {
        write(String(number))
    }

    mutating func write(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// In quotes. Bytes behind the first of a letter are never below 0x80, so single bytes tell what is escaped.
    mutating func write(string: String) {
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

extension JSONWriter {
    /// A list of objects. What stands before each value is the same in every row, and rows are many.
    mutating func write(_ table: AnswerTable) {
        let beginnings = table.columns.indices.map { place in
            var writer = JSONWriter()
            writer.write(place == 0 ? "{" : ", ")
            writer.begin(table.columns[place].key)
            return writer.bytes
        }
        write("[")
        for (index, row) in table.rows.enumerated() {
            separate(index, 1, false)
            write(row, beginnings)
        }
        end("]", table.rows.isEmpty, 1, false)
    }

    private mutating func write(_ row: [Cell], _ beginnings: [[UInt8]]) {
        for (cell, beginning) in zip(row, beginnings) {
            write(bytes: beginning)
            write(cell)
        }
        write(row.isEmpty ? "{}" : "}")
    }

    private mutating func write(_ cell: Cell) {
        switch cell {
        case .text(let text), .word(let text, _), .hash(let text): write(string: text)
        case .integer(let number), .tenths(let number): write(Int64(number))
        case .points(let points): write(points.rawValue)
        case .empty: write("null")
        default: write(cell.json, level: 2, isInline: true)
        }
    }
}
