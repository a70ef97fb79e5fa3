/// An answer as one JSON object: its facts, then its tables as lists of objects.
package enum JSONRenderer {
    package static func text(of answer: Answer) -> String {
        String(decoding: bytes(of: answer), as: UTF8.self)
    }

    /// The text in UTF-8.
    package static func bytes(of answer: Answer) -> [UInt8] {
        var members: [(String, JSONValue)] = []
        if let isSample = answer.isSample { members.append(("is_sample", .bool(isSample))) }
        members += answer.facts.map { ($0.key, $0.value.json) }
        members += answer.tables.map { ($0.key, .array(rows(of: $0))) }
        return JSONValue.object(members).bytes + [UInt8(ascii: "\n")]
    }

    private static func rows(of table: AnswerTable) -> [JSONValue] {
        table.rows.map { row in .object(zip(table.columns, row).map { ($0.key, $1.json) }) }
    }
}

/// The first table of an answer as CSV (RFC 4180), or its facts where it has no table. A sample is named in a column
/// of its own, since a CSV file has no place for remarks.
package enum CSVRenderer {
    package static func text(of answer: Answer) -> String {
        guard let table = answer.tables.first else {
            return record(["key", "value"]) + answer.facts.map { record([$0.key, $0.value.field]) }.joined()
        }
        let mark = answer.isSample == true ? ["SAMPLE"] : []
        let header = record(table.columns.map(\.key) + mark.map { $0.lowercased() })
        return header + table.rows.map { record($0.map(\.field) + mark) }.joined()
    }

    static func record(_ fields: [String]) -> String {
        fields.map(quoted).joined(separator: ",") + "\r\n"
    }

    private static func quoted(_ field: String) -> String {
        guard field.utf8.contains(where: endsField) else { return field }
        var text = "\""
        // By scalars: a quote with a combining mark behind it is another character, but still ends the field.
        for scalar in field.unicodeScalars {
            if scalar == "\"" { text += "\"" }
            text.unicodeScalars.append(scalar)
        }
        return text + "\""
    }

    private static func endsField(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
        default: false
        }
    }
}
