/// A JSON value whose objects keep the order in which they were made.
package indirect enum JSONValue: Sendable {
    case string(String)
    case integer(Int64)
    case bool(Bool)
    case null
    case array([JSONValue])
    case object([(String, JSONValue)])

    /// RFC 8259, two spaces a level; an object inside a list stands on one line, so that rows can be compared by line.
    package var text: String {
        var text = ""
        write(to: &text, level: 0, isInline: false)
        return text
    }

    /// On one line.
    package var line: String {
        var text = ""
        write(to: &text, level: 0, isInline: true)
        return text
    }

    private func write(to text: inout String, level: Int, isInline: Bool) {
        switch self {
        case .string(let string): Self.write(string, to: &text)
        case .integer(let number): text += String(number)
        case .bool(let flag): text += flag ? "true" : "false"
        case .null: text += "null"
        case .array(let values):
            Self.write(values.count, to: &text, "[", "]", level, isInline) { index, text in
                values[index].write(to: &text, level: level + 1, isInline: true)
            }
        case .object(let members):
            Self.write(members.count, to: &text, "{", "}", level, isInline) { index, text in
                Self.write(members[index].0, to: &text)
                text += ": "
                members[index].1.write(to: &text, level: level + 1, isInline: isInline)
            }
        }
    }

    private static func write(
        _ count: Int, to text: inout String, _ opening: String, _ closing: String, _ level: Int, _ isInline: Bool,
        _ item: (Int, inout String) -> Void
    ) {
        text += opening
        for index in 0..<count {
            if index > 0 { text += isInline ? ", " : "," }
            if !isInline { text += "\n" + String(repeating: "  ", count: level + 1) }
            item(index, &text)
        }
        if !isInline && count > 0 { text += "\n" + String(repeating: "  ", count: level) }
        text += closing
    }

    private static func write(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
