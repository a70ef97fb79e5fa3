package import OfficeRanking
package import RankingRules
package import Tables
import Wording

/// Values that may be offered to a declaration.
package enum OffersAnswer {
    package static func make(_ offers: [OfferedValue], to office: String, in halfYear: HalfYear) -> Answer {
        let period = Cell.halfYear(halfYear)
        let title = LocalizedText(
            persian:
                "پیشنهاد برای خوداظهاری دفتر \(TextDirection.isolated(office, in: .persian))، دورهٔ \(period.text(in: .persian))",
            english: "Offers to the declaration of office \(office), \(halfYear)")
        var answer = Answer(
            title,
            facts: [
                AnswerFact(.period, period, isShown: false), AnswerFact(.office, .text(office), isShown: false),
                AnswerFact(.earlierPeriod, offers.compactMap(\.earlierHalfYear).first.map(Cell.halfYear) ?? .empty),
            ], tables: [AnswerTable(.offers, columns, rows: offers.map(row))])
        answer.notes = [neverAssumed]
        return answer
    }

    private static let columns = [
        AnswerColumn(.criterion), AnswerColumn(.earlierValue, .number), AnswerColumn(.registeredValue, .number),
    ]

    private static func row(_ offer: OfferedValue) -> [Cell] {
        let text = CriterionText(criterion: offer.criterion)
        return [
            .word(offer.criterion.code, offer.criterion.title), text.cell(offer.earlier), text.cell(offer.registered),
        ]
    }

    private static let neverAssumed = LocalizedText(
        persian: "این مقدارها فقط پیشنهاد است و چیزی از آن ثبت نمی‌شود؛ هر مقداری را که درست است خودتان بنویسید.",
        english: "These values are only offers, and none of them is stored. Give each value that is right yourself.")
}
