package import OfficeRanking
import RankingRules
package import Tables
import Wording

/// A page of offices as an answer.
package enum OfficesAnswer {
    package static func make(_ page: Page<RankedOffice, OfficeCursor>, _ period: EvaluationPeriod) -> Answer {
        let title = LocalizedText(
            persian: "دفاتر \(Cell.halfYear(period.halfYear).text(in: .persian))",
            english: "Offices of \(period.halfYear)")
        var answer = Answer(
            title, isSample: period.isSample,
            facts: [
                AnswerFact(.period, .halfYear(period.halfYear), isShown: false),
                AnswerFact(.resultDigest, .digest(period.digest), isShown: false),
                AnswerFact(.next, .optional(page.next?.description), isShown: false),
            ],
            tables: [AnswerTable("offices", title, columns, rows: page.items.map(row))])
        answer.tellMore(after: page.next)
        return answer
    }

    static let columns = [
        AnswerColumn(.position, .number), AnswerColumn(.codeOfOffice),
        AnswerColumn(.province), AnswerColumn(.county),
        AnswerColumn(.locality), AnswerColumn(.kind),
        AnswerColumn(.standing), AnswerColumn(.rank, .number),
        AnswerColumn(.rankOrigin), AnswerColumn(.total, .number),
        AnswerColumn(.adjustedTotal, .number),
        AnswerColumn(.penalty, .number),
    ]

    static func row(_ office: RankedOffice) -> [Cell] {
        let province = LocalizedText(persian: office.province, english: office.provinceEnglish)
        return [
            .optional(office.position), .text(office.code), .word(office.province, province), .text(office.county),
            .text(office.locality), .word(Words.of(office.kind)), .word(Words.of(office.standing)),
            .optional(office.rank),
            .optional(office.origin.map(Words.of)), .optional(office.total), .optional(office.adjustedTotal),
            .points(office.penalty),
        ]
    }
}
