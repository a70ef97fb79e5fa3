import RankingRules

/// What a command answers, before it is known whether people or programs read it.
///
/// JSON holds everything; a text for people too; CSV holds the first table only, because a CSV file is one table.
struct Answer {
    var title: LocalizedText
    /// Whether the numbers come from a scheme that is not official; nil where no scheme plays a part.
    var isSample: Bool?
    var facts: [AnswerFact] = []
    var tables: [AnswerTable] = []
    /// Remarks for people, after the tables.
    var notes: [LocalizedText] = []

    init(_ title: LocalizedText, isSample: Bool? = nil, facts: [AnswerFact] = [], tables: [AnswerTable] = []) {
        self.title = title
        self.isSample = isSample
        self.facts = facts
        self.tables = tables
    }
}

/// One named value of an answer as a whole.
struct AnswerFact {
    /// The JSON key.
    let key: String
    let label: LocalizedText
    let value: Cell
    /// False where the title of the answer says it to people already.
    let isShown: Bool

    init(_ key: String, _ persian: String, _ english: String, _ value: Cell, isShown: Bool = true) {
        self.key = key
        label = LocalizedText(persian: persian, english: english)
        self.value = value
        self.isShown = isShown
    }
}

/// Rows of like things; every row has a cell for each column.
struct AnswerTable {
    /// The JSON key of its list.
    let key: String
    let title: LocalizedText
    let columns: [AnswerColumn]
    var rows: [[Cell]]

    init(_ key: String, _ title: LocalizedText, _ columns: [AnswerColumn], rows: [[Cell]]) {
        self.key = key
        self.title = title
        self.columns = columns
        self.rows = rows
    }
}

struct AnswerColumn {
    /// The JSON key and the CSV title.
    let key: String
    let title: LocalizedText
    let alignment: Alignment

    enum Alignment {
        case text
        case number
    }

    init(_ key: String, _ persian: String, _ english: String, _ alignment: Alignment = .text) {
        self.key = key
        title = LocalizedText(persian: persian, english: english)
        self.alignment = alignment
    }
}
