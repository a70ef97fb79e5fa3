import RankingRules

/// The key in every form that tells programs whether an answer is a sample.
let sampleKey = "is_sample"

/// An answer as one JSON object: its facts, then its tables as lists of objects.
package enum JSONRenderer {
    package static func text(of answer: Answer) -> String {
        String(decoding: bytes(of: answer), as: UTF8.self)
    }

    /// The text in UTF-8.
    package static func bytes(of answer: Answer) -> [UInt8] {
        var writer = JSONWriter()
        var count = 0
        func member(_ key: String) {
            writer.separate(count, 0, false)
            writer.begin(key)
            count += 1
        }
        writer.write("{")
        if let isSample = answer.isSample {
            member(sampleKey)
            writer.write(.bool(isSample), level: 1, isInline: false)
        }
        for fact in answer.facts {
            member(fact.key)
            writer.write(fact.value.json, level: 1, isInline: false)
        }
        for table in answer.tables {
            member(table.key)
            writer.write(table)
        }
        writer.end("}", count == 0, 0, false)
        writer.write("\n")
        return writer.bytes
    }
}

/// The first table of an answer as CSV (RFC 4180), or its facts if it has no table. A separate column tells whether it
/// is a sample, as `is_sample` does in JSON, because a CSV file has no place for remarks.
package enum CSVRenderer {
    package static func text(of answer: Answer) -> String {
        guard let table = answer.tables.first else {
            let mark = answer.isSample.map { record([sampleKey, Cell.flag($0).field]) } ?? ""
            return record(["key", "value"]) + mark + answer.facts.map { record([$0.key, $0.value.field]) }.joined()
        }
        let header = record(table.columns.map(\.key) + (answer.isSample == nil ? [] : [sampleKey]))
        return header + table.rows.map { row($0, of: answer) }.joined()
    }

    static func row(_ cells: [Cell], of answer: Answer) -> String {
        record(cells.map(\.field) + (answer.isSample.map { [Cell.flag($0).field] } ?? []))
    }

    static func record(_ fields: [String]) -> String {
        CSVText.record(fields)
    }
}
