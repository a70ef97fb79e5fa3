package import OfficeRanking
import RankingRules
package import Tables
import Wording

/// One office as an answer.
package enum OfficeAnswer {
    package static func make(_ code: String, _ record: OfficeRecord) -> Answer {
        let title = LocalizedText(
            persian: "دفتر \(TextDirection.isolated(code, in: .persian))", english: "Office \(code)")
        let facts = OfficeRecord.fields.map { field in
            let label = LocalizedText(persian: field.persianTitle, english: field.name)
            return AnswerFact(field.name, label, record.values[field].map(cell) ?? .empty)
        }
        return Answer(title, facts: facts, tables: [versions(record)])
    }

    private static func versions(_ record: OfficeRecord) -> AnswerTable {
        let columns = [
            AnswerColumn(.effectiveOn), AnswerColumn(.revision, .number),
            AnswerColumn(.state), AnswerColumn(.licenceNumber),
            AnswerColumn(.locality),
        ]
        let rows: [[Cell]] = record.versions.map {
            [
                .day($0.effectiveOn), .integer($0.revision), .word(Words.of($0.state)), .text($0.licenceNumber),
                .text($0.locality),
            ]
        }
        return AnswerTable(.versions, columns, rows: rows)
    }

    private static func cell(_ value: OfficeValue) -> Cell {
        switch value {
        case .text(let text): .text(text)
        case .kind(let kind): .word(Words.of(kind))
        case .state(let state): .word(Words.of(state))
        case .day(let day): .day(day)
        case .flag(let flag): .flag(flag)
        case .count(let count): .integer(count)
        case .area(let tenths): .number(FixedDecimal(digits: tenths, places: 1).text)
        }
    }
}
