package import RankingRules
import Wording

/// An answer as text for people: facts, then tables whose columns are as wide as their widest cell.
package struct TextRenderer {
    package let language: Language

    package init(language: Language) {
        self.language = language
    }

    package func text(of answer: Answer) -> String {
        var blocks = [([title(answer)] + facts(answer)).joined(separator: "\n")]
        for table in answer.tables.filter(\.isShownToPeople) {
            let heading = table.title == answer.title ? [] : [line(table.title[language] + ":")]
            blocks.append((heading + rows(of: table)).joined(separator: "\n"))
        }
        let notes = answer.notes.map { line($0[language]) }
        if !notes.isEmpty { blocks.append(notes.joined(separator: "\n")) }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private func title(_ answer: Answer) -> String {
        let title = line(answer.title[language])
        guard answer.isSample == true else { return title }
        return title + "\n" + line(SampleBanner.text[language])
    }

    private func facts(_ answer: Answer) -> [String] {
        answer.facts.filter { $0.isShown && $0.value != .empty }.flatMap { fact in
            let label = fact.label[language]
            guard fact.isCopied else { return [line("\(label): \(shown(fact.value))")] }
            return [line("\(label):"), fact.value.text(in: language)]
        }
    }

    private func rows(of table: AnswerTable) -> [String] {
        guard !table.rows.isEmpty else { return [line(language.choose("(هیچ)", "(none)"))] }
        let places = table.columnsForPeople
        let columns = places.map { table.columns[$0] }
        let titles = columns.map { $0.title[language] }
        let cells = table.rows.map { row in places.map { shown(row[$0]) } }
        let widths = titles.indices.map { column in
            ([titles[column]] + cells.map { $0[column] }).map(DisplayWidth.of).max() ?? 0
        }
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "─┼─")
        return [joined(titles, columns, widths), line(rule)] + cells.map { joined($0, columns, widths) }
    }

    private func joined(_ cells: [String], _ columns: [AnswerColumn], _ widths: [Int]) -> String {
        let text = cells.indices.map { column in
            padded(cells[column], to: widths[column], columns[column].alignment)
        }.joined(separator: " │ ")
        if language == .persian { return line(text) }
        let end = text.lastIndex { $0 != " " }
        return end.map { String(text[...$0]) } ?? ""
    }

    /// In a line from right to left the space after a cell is at its left, so all cells are aligned to the right.
    private func padded(_ text: String, to width: Int, _ alignment: AnswerColumn.Alignment) -> String {
        let space = String(repeating: " ", count: width - DisplayWidth.of(text))
        return alignment == .number && language == .english ? space + text : text + space
    }

    private func shown(_ cell: Cell) -> String {
        let text = cell.text(in: language)
        if case .localized = cell { return TextDirection.isolatedSentence(text, in: language) }
        return TextDirection.isolated(text, in: language)
    }

    private func line(_ text: String) -> String {
        language == .persian ? TextDirection.rightToLeftLine(text) : text
    }
}

/// The banner of every output that uses a sample scheme.
package enum SampleBanner {
    package static let text = LocalizedText(
        persian: "«نمونه» (SAMPLE): عددهای این شیوه‌نامه رسمی نیست و مبنای هیچ تصمیمی قرار نمی‌گیرد.",
        english: "SAMPLE: the numbers of this scheme are not official and decide nothing.")
}
