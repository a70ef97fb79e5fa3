package import OfficeRanking
import RankingRules

/// One office as an answer.
package enum OfficeAnswer {
    package static func make(_ code: String, _ record: OfficeRecord) -> Answer {
        let title = LocalizedText(
            persian: "دفتر \(TextDirection.isolated(code, in: .persian))", english: "Office \(code)")
        let facts = OfficeRecord.fields.map { field in
            AnswerFact(field.name, field.persianTitle, field.name, record.values[field].map(cell) ?? .empty)
        }
        return Answer(title, facts: facts, tables: [versions(record)])
    }

    private static func versions(_ record: OfficeRecord) -> AnswerTable {
        let columns = [
            AnswerColumn("effective_on", "از", "From"), AnswerColumn("revision", "بازنگری", "Revision", .number),
            AnswerColumn("state", "وضعیت", "State"), AnswerColumn("licence_number", "شمارهٔ پروانه", "Licence"),
            AnswerColumn("locality", "شهر یا روستا", "Locality"),
        ]
        let rows: [[Cell]] = record.versions.map {
            [
                .day($0.effectiveOn), .integer($0.revision), Words.of($0.state), .text($0.licenceNumber),
                .text($0.locality),
            ]
        }
        return AnswerTable("versions", "نسخه‌ها در زمان", "Versions over time", columns, rows: rows)
    }

    private static func cell(_ value: OfficeValue) -> Cell {
        switch value {
        case .text(let text): .text(text)
        case .kind(let kind): Words.of(kind)
        case .state(let state): Words.of(state)
        case .day(let day): .day(day)
        case .flag(let flag): .flag(flag)
        case .count(let count): .integer(count)
        case .area(let tenths): CriterionText.number(FixedDecimal(digits: tenths, places: 1).text)
        }
    }
}
