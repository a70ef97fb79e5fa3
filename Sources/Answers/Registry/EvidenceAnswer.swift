package import OfficeRanking
package import RankingRules
package import Tables
import Wording

/// Evidence of an office as an answer.
package enum EvidenceAnswer {
    package static func make(_ items: [EvidenceItem], of office: String) -> Answer {
        Answer(
            LocalizedText(persian: "مستندات دفتر \(office)", english: "Evidence of office \(office)"),
            facts: [AnswerFact(.office, .text(office))],
            tables: [AnswerTable(.evidenceItems, columns, rows: items.map(row))])
    }

    private static let columns = [
        AnswerColumn(.evidenceNumber, .number), AnswerColumn(.criterion), AnswerColumn(.kind),
        AnswerColumn(.issuedOn), AnswerColumn(.validUntil, for: .peopleWhenFilled), AnswerColumn(.fileName),
        AnswerColumn(.mediaType), AnswerColumn(.byteCount, .number), AnswerColumn(.digestOfFile, for: .programs),
        AnswerColumn(.isScanned), AnswerColumn(.periodsOfEvidence, for: .peopleWhenFilled), AnswerColumn(.addedAt),
        AnswerColumn(.erasedAt, for: .peopleWhenFilled), AnswerColumn(.eraseReason, for: .peopleWhenFilled),
    ]

    private static func row(_ item: EvidenceItem) -> [Cell] {
        [
            .integer(item.number), .text(item.criterion), .text(item.kind), .day(item.issuedOn),
            item.validUntil.map(Cell.day) ?? .empty, .text(item.fileName), .text(item.mediaType),
            .integer(item.byteCount), .hash(item.digest), .flag(item.isScanned),
            item.periods.isEmpty ? .empty : .text(item.periods.joined(separator: " ")), .instant(item.addedAt),
            item.erasedAt.map(Cell.instant) ?? .empty, .optional(item.eraseReason),
        ]
    }

    /// The values of an office that lack their evidence.
    package static func missing(_ values: [MissingEvidence], of office: String, in halfYear: HalfYear) -> Answer {
        let period = Cell.halfYear(halfYear)
        let title = LocalizedText(
            persian: "مقدارهای بی‌مستند دفتر \(office) در دورهٔ \(period.text(in: .persian))",
            english: "Values of office \(office) in \(halfYear) without their evidence")
        let columns = [
            AnswerColumn(.criterion), AnswerColumn(.kindsOfEvidence), AnswerColumn(.needed, .number),
            AnswerColumn(.found, .number), AnswerColumn(.notOlderThan, for: .peopleWhenFilled),
        ]
        return Answer(
            title, facts: [AnswerFact(.office, .text(office)), AnswerFact(.period, period)],
            tables: [
                AnswerTable(
                    .missingEvidence, columns,
                    rows: values.map { value in
                        [
                            .text(value.criterion), .text(value.kinds.joined(separator: " ")), .integer(value.needed),
                            .integer(value.found), value.oldest.map(span) ?? .empty,
                        ]
                    })
            ])
    }

    private static func span(_ span: CalendarSpan) -> Cell {
        switch span {
        case .days(let days):
            .word(
                "\(days) days",
                LocalizedText(persian: "\(Digits.persian(String(days))) روز", english: "\(days) days"))
        case .months(let months):
            .word(
                "\(months) months",
                LocalizedText(persian: "\(Digits.persian(String(months))) ماه", english: "\(months) months"))
        }
    }
}
