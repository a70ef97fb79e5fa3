import RankingRules

/// An answer with one table whose rows come one by one. It gives the same bytes as an answer that holds all rows.
package struct StreamedAnswer {
    private let answer: Answer
    private let columns: [AnswerColumn]
    private let form: Form
    private var isFirst = true

    package enum Form: Sendable {
        case json
        case csv
    }

    /// - Parameter answer: has exactly one table, without rows.
    package init(_ answer: Answer, _ form: Form) {
        precondition(answer.tables.count == 1, "one table can be streamed")
        self.answer = answer
        self.form = form
        columns = answer.tables[0].columns
    }

    /// The text before the rows.
    package var opening: String {
        switch form {
        case .csv: CSVRenderer.text(of: answer)
        case .json: String(JSONRenderer.text(of: answer).dropLast(Self.emptyEnd.count)) + "["
        }
    }

    package mutating func row(_ cells: [Cell]) -> String {
        defer { isFirst = false }
        switch form {
        case .csv: return CSVRenderer.row(cells, of: answer)
        case .json:
            let object = JSONValue.object(zip(columns, cells).map { ($0.key, $1.json) })
            return (isFirst ? "\n    " : ",\n    ") + object.line
        }
    }

    /// The text after the rows.
    package var closing: String {
        switch form {
        case .csv: ""
        case .json: (isFirst ? "]" : "\n  ]") + "\n}\n"
        }
    }

    /// The end of the JSON of an answer whose last table has no rows.
    private static let emptyEnd = "[]\n}\n"
}
