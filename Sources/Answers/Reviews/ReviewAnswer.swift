package import OfficeRanking
package import RankingRules
package import Tables
import Wording

/// The reviewers' work list, and what an act of review did.
package enum ReviewAnswer {
    package static func list(_ page: ReviewListPage, in halfYear: HalfYear) -> Answer {
        let period = Cell.halfYear(halfYear)
        let title = LocalizedText(
            persian: "موردهای در انتظار بازبینی دورهٔ \(period.text(in: .persian))",
            english: "Items to review in \(halfYear)")
        var answer = Answer(
            title,
            facts: [
                AnswerFact(.period, period, isShown: false),
                AnswerFact(.next, .optional(page.next?.description), isShown: false),
            ],
            tables: [
                AnswerTable(.itemsToReview, itemColumns, rows: page.reviews.flatMap(rows)),
                AnswerTable(.provincesToReview, provinceColumns, rows: page.provinces.map(row)),
            ])
        answer.tellMore(after: page.next)
        return answer
    }

    package static func stored(_ review: StoredReview, in halfYear: HalfYear) -> Answer {
        var answer = Answer(
            LocalizedText(persian: "بازبینی ثبت شد", english: "The review is stored"),
            facts: [
                AnswerFact(.period, .halfYear(halfYear)), AnswerFact(.office, .text(review.office)),
                AnswerFact(.firstReview, .integer(review.numbers.lowerBound)),
                AnswerFact(.lastReview, .integer(review.numbers.upperBound)),
                AnswerFact(.replyUntil, review.replyUntil.map(Cell.day) ?? .empty),
                AnswerFact(.replyIsCut, .flag(review.replyIsCut)),
            ])
        if review.replyIsCut { answer.notes.append(replyIsCut) }
        return answer
    }

    package static func bulk(_ confirmed: BulkConfirmation, in halfYear: HalfYear) -> Answer {
        Answer(
            LocalizedText(persian: "تأیید یکجای موردهای بی‌تغییر", english: "Unchanged items are confirmed"),
            facts: [
                AnswerFact(.period, .halfYear(halfYear)), AnswerFact(.officesConfirmed, .integer(confirmed.offices)),
                AnswerFact(.itemsConfirmed, .integer(confirmed.items)),
                AnswerFact(.officesRemaining, .integer(confirmed.remaining)),
            ])
    }

    private static let itemColumns = [
        AnswerColumn(.office), AnswerColumn(.province), AnswerColumn(.source),
        AnswerColumn(.submission, .number, for: .programs), AnswerColumn(.criterion),
        AnswerColumn(.declaredValue, .number),
        AnswerColumn(.waitsSince), AnswerColumn(.deadline), AnswerColumn(.isReopened), AnswerColumn(.level, .number),
        AnswerColumn(.isOwn, for: .programs), AnswerColumn(.isDecisive, for: .peopleWhenFilled),
    ]

    private static func rows(_ review: WaitingReview) -> [[Cell]] {
        review.items.map { item in
            [
                .text(review.office), .text(review.province), .text(review.source), .integer(review.submission),
                .word(item.criterion.code, item.criterion.title), value(item), .instant(review.waitsSince),
                review.deadline.map(Cell.day) ?? .empty, .flag(item.isReopened),
                .integer(item.needsTheGroup ? 2 : 1), .flag(review.isOwn), item.isDecisive.map(Cell.flag) ?? .empty,
            ]
        }
    }

    private static func value(_ item: WaitingItem) -> Cell {
        // A survey's mean is stored in thousandths, whatever the form of its criterion.
        if item.criterion.survey != nil { return Cell.number(FixedDecimal(digits: item.value, places: 3).text) }
        return CriterionText(criterion: item.criterion).cell(item.value)
    }

    private static let provinceColumns = [
        AnswerColumn(.province), AnswerColumn(.offices, .number), AnswerColumn(.waitingItems, .number),
        AnswerColumn(.reopenedItems, .number), AnswerColumn(.waitsSince),
    ]

    private static func row(_ province: WaitingProvince) -> [Cell] {
        [
            .text(province.province), .integer(province.offices), .integer(province.items),
            .integer(province.reopened), .instant(province.waitsSince),
        ]
    }

    private static let replyIsCut = LocalizedText(
        persian: "روز بستن دوره نزدیک‌تر از مهلت پاسخ شیوه‌نامه است؛ فقط ستاد آن روز را جابه‌جا می‌کند.",
        english:
            "The period closes before the scheme's days for an answer are over. Only the headquarters moves that day.")
}

/// The working group's approvals.
package enum ApprovalAnswer {
    package static func make(_ approvals: [ProvinceApproval], in halfYear: HalfYear) -> Answer {
        let period = Cell.halfYear(halfYear)
        let title = LocalizedText(
            persian: "تأیید کارگروه در دورهٔ \(period.text(in: .persian))",
            english: "Approvals of the working group in \(halfYear)")
        return Answer(
            title, facts: [AnswerFact(.period, period, isShown: false)],
            tables: [AnswerTable(.approvals, columns, rows: approvals.map(row))])
    }

    private static let columns = [
        AnswerColumn(.province), AnswerColumn(.name), AnswerColumn(.state),
        AnswerColumn(.regionMember), AnswerColumn(.regionAt), AnswerColumn(.headquartersMember),
        AnswerColumn(.headquartersAt), AnswerColumn(.approvedDigest, for: .peopleWhenFilled),
        AnswerColumn(.presentDigest, for: .peopleWhenFilled),
    ]

    private static func row(_ approval: ProvinceApproval) -> [Cell] {
        [
            .text(approval.province), .text(approval.name), .word(Words.of(approval.state)),
            .optional(approval.region?.account), approval.region.map { Cell.instant($0.approvedAt) } ?? .empty,
            .optional(approval.headquarters?.account),
            approval.headquarters.map { Cell.instant($0.approvedAt) } ?? .empty,
            .optional(approval.approvedDigest), .optional(approval.presentDigest),
        ]
    }
}
