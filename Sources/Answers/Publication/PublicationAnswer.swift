package import OfficeRanking
import RankingRules

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
                AnswerFact(column.key, column.title.persian, column.title.english, cell)
            })
    }

    package static func list(_ publications: [Publication]) -> Answer {
        let title = LocalizedText(persian: "نتیجه‌های منتشرشده", english: "Published results")
        return Answer(
            title, isSample: publications.contains(where: \.period.isSample),
            tables: [
                AnswerTable("publications", title.persian, title.english, columns, rows: publications.map(row))
            ])
    }

    private static let columns = [
        AnswerColumn("period", "دوره", "Period"), AnswerColumn("number", "شماره", "Number", .number),
        AnswerColumn("published_at", "زمان انتشار", "Published at"),
        AnswerColumn("census_on", "روز سرشماری", "Census date"), AnswerColumn("scheme", "شیوه‌نامه", "Scheme"),
        AnswerColumn("scheme_hash", "اثر انگشت شیوه‌نامه", "Scheme hash"),
        AnswerColumn("digest", "اثر انگشت نتیجه", "Digest"),
        AnswerColumn("is_current", "تازه‌ترین شمارهٔ دوره", "Newest of its period"),
        AnswerColumn("is_in_force", "در اجرا", "In force"),
        AnswerColumn("is_late", "دیرتر از دورهٔ پس از خود", "After a later half-year"),
        AnswerColumn("reason", "دلیل اصلاح", "Reason of the correction"),
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
