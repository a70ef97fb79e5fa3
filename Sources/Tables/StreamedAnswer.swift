import RankingRules

/// An answer whose one table comes row by row: the same bytes as of an answer that holds all of them.
package struct StreamedAnswer {
    private let answer: Answer
    private let columns: [AnswerColumn]
    private let form: Form
    private var isFirst = true

    package enum Form: Sendable {
        case json
        case csv
    }

    /// - Parameter answer: with exactly one table, which is empty.
    package init(_ answer: Answer, _ form: Form) {
        precondition(answer.tables.count == 1, "one table can be streamed")
        self.answer = answer
        self.form = form
        columns = answer.tables[0].columns
    }

    /// What stands before the rows.
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

    /// What stands after the rows.
    package var closing: String {
        switch form {
        case .csv: ""
        case .json: (isFirst ? "]" : "\n  ]") + "\n}\n"
        }
    }

    /// How the JSON of an answer ends whose last table has no rows.
    private static let emptyEnd = "[]\n}\n"
}
