package import OfficeRanking
import RankingRules

/// A page of offices as an answer.
package enum OfficesAnswer {
    package static func make(_ page: Page<RankedOffice, OfficeCursor>, _ period: EvaluationPeriod) -> Answer {
        let title = LocalizedText(
            persian: "دفاتر \(Cell.halfYear(period.halfYear).text(in: .persian))",
            english: "Offices of \(period.halfYear)")
        var answer = Answer(
            title, isSample: period.isSample,
            facts: [
                AnswerFact("period", "دوره", "Period", .halfYear(period.halfYear), isShown: false),
                AnswerFact("digest", "اثر انگشت نتیجه", "Digest", .digest(period.digest), isShown: false),
                AnswerFact("next", "ادامه", "Next", .optional(page.next?.description), isShown: false),
            ],
            tables: [AnswerTable("offices", title.persian, title.english, columns, rows: page.items.map(row))])
        answer.tellMore(after: page.next)
        return answer
    }

    static let columns = [
        AnswerColumn("position", "جایگاه در استان", "Position", .number), AnswerColumn("code", "کد دفتر", "Code"),
        AnswerColumn("province", "استان", "Province"), AnswerColumn("county", "شهرستان", "County"),
        AnswerColumn("locality", "شهر یا روستا", "Locality"), AnswerColumn("kind", "نوع", "Kind"),
        AnswerColumn("standing", "وضعیت", "Standing"), AnswerColumn("rank", "رتبه", "Rank", .number),
        AnswerColumn("rank_origin", "منشأ رتبه", "Origin"), AnswerColumn("total", "جمع", "Total", .number),
        AnswerColumn("adjusted_total", "جمع به نسبت سقف", "Adjusted total", .number),
        AnswerColumn("penalty", "کسر", "Penalty", .number),
    ]

    static func row(_ office: RankedOffice) -> [Cell] {
        let province = LocalizedText(persian: office.province, english: office.provinceEnglish)
        return [
            .optional(office.position), .text(office.code), .word(office.province, province), .text(office.county),
            .text(office.locality), Words.of(office.kind), Words.of(office.standing), .optional(office.rank),
            office.origin.map(Words.of) ?? .empty, .optional(office.total), .optional(office.adjustedTotal),
            .points(office.penalty),
        ]
    }
}
