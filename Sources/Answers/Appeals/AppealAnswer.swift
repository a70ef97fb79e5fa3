package import OfficeRanking
package import RankingRules
package import Tables
import Wording

/// Appeals as an answer.
package enum AppealAnswer {
    /// A page of a half-year's appeals, in the order in which they should be decided.
    package static func make(_ page: Page<Appeal, NumberCursor>, in halfYear: HalfYear) -> Answer {
        let period = Cell.halfYear(halfYear)
        let title = LocalizedText(
            persian: "اعتراض‌های دورهٔ \(period.text(in: .persian))", english: "Appeals of \(halfYear)")
        var answer = Answer(
            title,
            facts: [
                AnswerFact(.period, period, isShown: false),
                AnswerFact(.next, .optional(page.next?.description), isShown: false),
            ],
            tables: [table(page.items)])
        answer.tellMore(after: page.next)
        return answer
    }

    package static func one(_ appeal: Appeal) -> Answer {
        Answer(Label.appeals.text, tables: [table([appeal])])
    }

    /// How many appeals were decided because their days had passed.
    package static func settled(_ number: Int, in halfYear: HalfYear) -> Answer {
        Answer(
            Label.appeals.text,
            facts: [AnswerFact(.period, .halfYear(halfYear)), AnswerFact(.settledAppeals, .integer(number))])
    }

    private static func table(_ appeals: [Appeal]) -> AnswerTable {
        AnswerTable(.appeals, columns, rows: appeals.map(row))
    }

    private static let columns = [
        AnswerColumn(.appeal, .number), AnswerColumn(.office), AnswerColumn(.province, for: .programs),
        AnswerColumn(.criterion, for: .peopleWhenFilled), AnswerColumn(.claimedValue, .number, for: .peopleWhenFilled),
        AnswerColumn(.decisionNumber, for: .peopleWhenFilled), AnswerColumn(.grounds), AnswerColumn(.filedAt),
        AnswerColumn(.decideBy), AnswerColumn(.isDecisive), AnswerColumn(.rankAppealed, .number),
        AnswerColumn(.rankIfUpheld, .number), AnswerColumn(.standing),
        AnswerColumn(.decidedValue, .number, for: .peopleWhenFilled), AnswerColumn(.reason, for: .peopleWhenFilled),
        AnswerColumn(.decidedAt, for: .peopleWhenFilled), AnswerColumn(.bySilence, for: .programs),
    ]

    private static func row(_ appeal: Appeal) -> [Cell] {
        let province = LocalizedText(persian: appeal.province, english: appeal.provinceEnglish)
        let decision = appeal.decision
        return [
            .integer(appeal.number), .text(appeal.office), .word(appeal.province, province), criterion(appeal),
            claimed(appeal), number(appeal), .text(appeal.grounds), .instant(appeal.filedAt), .day(appeal.decideBy),
            .flag(appeal.isDecisive), .optional(appeal.rankBefore), .optional(appeal.rankIfUpheld),
            .word(Words.of(appeal.standing)), decided(appeal), .optional(decision?.reason),
            decision.map { .instant($0.decidedAt) } ?? .empty, decision.map { .flag($0.isBySilence) } ?? .empty,
        ]
    }

    private static func criterion(_ appeal: Appeal) -> Cell {
        guard case .criterion(let criterion, _) = appeal.item else { return .empty }
        return .word(criterion.code, criterion.title)
    }

    private static func number(_ appeal: Appeal) -> Cell {
        guard case .decision(let number) = appeal.item else { return .empty }
        return .text(number)
    }

    private static func claimed(_ appeal: Appeal) -> Cell {
        guard case .criterion(let criterion, let value) = appeal.item else { return .empty }
        return criterion.storedCell(value)
    }

    private static func decided(_ appeal: Appeal) -> Cell {
        guard case .criterion(let criterion, _) = appeal.item, let value = appeal.decision?.value else { return .empty }
        return criterion.storedCell(value)
    }
}

extension Criterion {
    /// A value as the database holds it. A survey's mean is stored in thousandths, whatever the form of its criterion.
    func storedCell(_ value: Int64) -> Cell {
        survey == nil
            ? CriterionText(criterion: self).cell(value) : .number(FixedDecimal(digits: value, places: 3).text)
    }
}
