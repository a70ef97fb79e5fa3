package import OfficeRanking
package import RankingRules
package import Tables
import Wording

/// The offices of a publication with the points of every line: the table of bulk files and of changes.
package struct PublishedTable {
    private let publication: Publication
    private let criteria: [Criterion]

    package init(_ publication: Publication, _ criteria: [Criterion]) {
        self.publication = publication
        self.criteria = criteria
    }

    /// The table without rows, which come one by one.
    package var offices: Answer {
        answer("offices", columns, facts)
    }

    /// - Parameter earlier: nil if the changes begin before the first publication.
    package func changes(since earlier: Publication?) -> Answer {
        let since = [
            AnswerFact(.since, earlier.map { .halfYear($0.period.halfYear) } ?? .empty),
            AnswerFact(.sinceNumber, .optional(earlier?.number)),
            AnswerFact(.sinceDigest, earlier.map { .hash($0.digest) } ?? .empty),
        ]
        return answer("changes", [AnswerColumn(.change)] + columns, facts + since)
    }

    package func row(_ line: PublishedLine) -> [Cell] {
        let points: [Cell] =
            line.points.isEmpty ? criteria.map { _ in .empty } : line.points.map { Cell.optional($0) }
        return OfficesAnswer.row(line.office) + points
    }

    package func row(_ change: PublicationChange) -> [Cell] {
        switch change {
        case .added(let line): [.text("added")] + row(line)
        case .changed(let line): [.text("changed")] + row(line)
        case .removed(let code):
            [.text("removed")] + columns.map { $0.key == "code" ? .text(code) : .empty }
        }
    }

    private var columns: [AnswerColumn] {
        OfficesAnswer.columns
            + criteria.map { AnswerColumn("points_\($0.code)", $0.title, .number) }
    }

    private var facts: [AnswerFact] {
        let period = publication.period
        return [
            AnswerFact(.period, .halfYear(period.halfYear)),
            AnswerFact(.number, .integer(publication.number)),
            AnswerFact(.resultDigest, .hash(publication.digest)),
            AnswerFact(.scheme, PeriodAnswer.scheme(of: period)),
        ]
    }

    private func answer(_ key: String, _ columns: [AnswerColumn], _ facts: [AnswerFact]) -> Answer {
        let halfYear = publication.period.halfYear
        let title = LocalizedText(
            persian: "دفاتر \(Cell.halfYear(halfYear).text(in: .persian))", english: "Offices of \(halfYear)")
        return Answer(
            title, isSample: publication.period.isSample, facts: facts,
            tables: [AnswerTable(key, title, columns, rows: [])])
    }
}
