package import OfficeRanking
import RankingRules
package import Tables
import Wording

/// Publications as an answer.
package enum PublicationAnswer {
    package static func one(_ publication: Publication) -> Answer {
        let period = publication.period
        let title = LocalizedText(
            persian: "انتشار \(Cell.halfYear(period.halfYear).text(in: .persian))",
            english: "Publication of \(period.halfYear)")
        return Answer(
            title, isSample: period.isSample,
            facts: zip(columns, row(publication)).map { column, cell in
                AnswerFact(column.key, column.title, cell)
            })
    }

    package static func list(_ publications: [Publication]) -> Answer {
        let title = LocalizedText(persian: "نتیجه‌های منتشرشده", english: "Published results")
        return Answer(
            title, isSample: publications.contains(where: \.period.isSample),
            tables: [
                AnswerTable("publications", title, columns, rows: publications.map(row))
            ])
    }

    private static let columns = [
        AnswerColumn(.period), AnswerColumn(.number, .number),
        AnswerColumn(.publishedAt),
        AnswerColumn(.censusOn), AnswerColumn(.scheme),
        AnswerColumn(.schemeHash),
        AnswerColumn(.resultDigest),
        AnswerColumn(.isCurrent),
        AnswerColumn(.isInForce),
        AnswerColumn(.isLate),
        AnswerColumn(.reasonOfCorrection),
    ]

    private static func row(_ publication: Publication) -> [Cell] {
        let period = publication.period
        return [
            .halfYear(period.halfYear), .integer(publication.number), .instant(publication.publishedAt),
            .day(period.censusOn), PeriodAnswer.scheme(of: period), period.schemeHash.map(Cell.hash) ?? .empty,
            .hash(publication.digest), .flag(publication.isCurrent), .flag(publication.isInForce),
            .flag(publication.isLate), .optional(publication.reason),
        ]
    }
}
