package import RankingRules
package import Wording

/// The answer of a command, independent of whether people or programs read it.
///
/// JSON holds everything, and so does the text for people; CSV holds only the first table, because a CSV file is one
/// table.
package struct Answer {
    package var title: LocalizedText
    /// True if the numbers come from a scheme that is not official; nil if no scheme is used.
    package var isSample: Bool?
    package var facts: [AnswerFact] = []
    package var tables: [AnswerTable] = []
    /// Sentences for people, after the tables.
    package var notes: [LocalizedText] = []
    /// Where the next part of a list begins. A CSV file has no place for this.
    package private(set) var continuation: LocalizedText?

    package init(_ title: LocalizedText, isSample: Bool? = nil, facts: [AnswerFact] = [], tables: [AnswerTable] = []) {
        self.title = title
        self.isSample = isSample
        self.facts = facts
        self.tables = tables
    }
}

extension Answer {
    /// Tells people how to get the next part; programs find the cursor under `next`.
    package mutating func tellMore(after cursor: (some CustomStringConvertible)?) {
        guard let cursor else { return }
        let option = "--after \(cursor)"
        let more = LocalizedText(
            persian: "فهرست ادامه دارد: " + TextDirection.isolated(option, in: .persian),
            english: "There is more: \(option)")
        notes.append(more)
        continuation = more
    }
}

/// One named value of the whole answer.
package struct AnswerFact {
    /// The JSON key.
    package let key: String
    package let label: LocalizedText
    package let value: Cell
    /// False if the title of the answer already says this to people.
    package let isShown: Bool
    /// True for a value that people copy: it gets its own line without direction marks, which would be copied too.
    package let isCopied: Bool

    package init(_ label: Label, _ value: Cell, isShown: Bool = true, isCopied: Bool = false) {
        self.init(label.key, label.text, value, isShown: isShown, isCopied: isCopied)
    }

    package init(
        _ key: String, _ label: LocalizedText, _ value: Cell, isShown: Bool = true, isCopied: Bool = false
    ) {
        self.key = key
        self.label = label
        self.value = value
        self.isShown = isShown
        self.isCopied = isCopied
    }
}

/// Rows with a cell for each column.
package struct AnswerTable {
    /// The JSON key of its list.
    package let key: String
    package let title: LocalizedText
    package let columns: [AnswerColumn]
    package var rows: [[Cell]]
    package let audience: Audience

    /// Who sees the table. Programs always get it.
    package enum Audience {
        case all
        case programs
        /// People see the table only if it has rows.
        case peopleWithRows
    }

    package init(_ label: Label, _ columns: [AnswerColumn], rows: [[Cell]], for audience: Audience = .all) {
        self.init(label.key, label.text, columns, rows: rows, for: audience)
    }

    package init(
        _ key: String, _ title: LocalizedText, _ columns: [AnswerColumn], rows: [[Cell]], for audience: Audience = .all
    ) {
        self.key = key
        self.title = title
        self.columns = columns
        self.rows = rows
        self.audience = audience
    }

    package var isShownToPeople: Bool {
        switch audience {
        case .all: true
        case .programs: false
        case .peopleWithRows: !rows.isEmpty
        }
    }

    /// Indices of the columns that people see.
    package var columnsForPeople: [Int] {
        columns.indices.filter { index in
            switch columns[index].audience {
            case .all: true
            case .programs: false
            case .peopleWhenFilled: rows.contains { !$0[index].isNothing }
            }
        }
    }
}

package struct AnswerColumn {
    /// The JSON key and the CSV title.
    package let key: String
    package let title: LocalizedText
    package let alignment: Alignment
    package let audience: Audience

    package enum Alignment {
        case text
        case number
    }

    /// Who sees the column. Programs always get it.
    package enum Audience {
        case all
        case programs
        /// People see the column only if a row has a value in it.
        case peopleWhenFilled
    }

    package init(_ label: Label, _ alignment: Alignment = .text, for audience: Audience = .all) {
        self.init(label.key, label.text, alignment, for: audience)
    }

    package init(
        _ key: String, _ title: LocalizedText, _ alignment: Alignment = .text, for audience: Audience = .all
    ) {
        self.key = key
        self.title = title
        self.alignment = alignment
        self.audience = audience
    }
}
