package import OfficeRanking
import RankingRules
package import Tables
import Wording

/// What a source says about one office in a half-year, with the draft over it.
package enum FormAnswer {
    package static func make(_ form: SourceForm) -> Answer {
        var answer = Answer(
            title(of: form), facts: facts(of: form),
            tables: [
                AnswerTable(.itemsOfForm, columns, rows: form.items.map(row)),
                AnswerTable(.faultsOfForm, columnsOfFaults, rows: form.faults.map(row), for: .peopleWithRows),
            ])
        if !form.missing.isEmpty { answer.notes.append(gaps(in: form)) }
        return answer
    }

    private static func title(of form: SourceForm) -> LocalizedText {
        let period = Cell.halfYear(form.halfYear)
        let office = TextDirection.isolated(form.office, in: .persian)
        return LocalizedText(
            persian: "\(form.source.title.persian): دفتر \(office)، دورهٔ \(period.text(in: .persian))",
            english: "\(form.source.title.english): office \(form.office), \(form.halfYear)")
    }

    private static func facts(of form: SourceForm) -> [AnswerFact] {
        [
            AnswerFact(.period, .halfYear(form.halfYear), isShown: false),
            AnswerFact(.office, .text(form.office), isShown: false),
            AnswerFact(.source, .word(form.source.code, form.source.title), isShown: false),
            AnswerFact(.stateOfForm, .word(Words.of(form.state))),
            AnswerFact(.numberOfSubmission, .integer(form.number)),
            AnswerFact(.submittedAt, form.submittedAt.map(Cell.instant) ?? .empty),
            AnswerFact(.submittedBy, .optional(form.submittedBy)),
            AnswerFact(.isOnBehalf, .flag(form.isOnBehalf)),
            AnswerFact(.surveyMode, .optional(form.surveyMode), isShown: form.surveyMode != nil),
            AnswerFact(.draftVersion, .optional(form.draft?.version), isShown: form.draft != nil),
            AnswerFact(.draftedAt, (form.draft?.updatedAt).map(Cell.instant) ?? .empty, isShown: form.draft != nil),
            AnswerFact(.draftedBy, .optional(form.draft?.updatedBy), isShown: form.draft != nil),
            AnswerFact(.isComplete, .flag(form.isComplete)),
        ]
    }

    private static let columns = [
        AnswerColumn(.criterion), AnswerColumn(.value, .number),
        AnswerColumn(.respondents, .number, for: .peopleWhenFilled),
        AnswerColumn(.isDrafted, for: .programs), AnswerColumn(.draftValue, .number, for: .peopleWhenFilled),
        AnswerColumn(.isMissing, for: .programs), AnswerColumn(.numberOfItem, .number, for: .peopleWhenFilled),
        AnswerColumn(.saidAt, for: .peopleWhenFilled), AnswerColumn(.saidBy, for: .peopleWhenFilled),
        AnswerColumn(.isOnBehalf, for: .programs), AnswerColumn(.fileOfItem, for: .peopleWhenFilled),
        AnswerColumn(.verdict, for: .peopleWhenFilled), AnswerColumn(.correctedValue, .number, for: .peopleWhenFilled),
        AnswerColumn(.reasonOfVerdict, for: .peopleWhenFilled),
    ]

    private static func row(_ item: SourceForm.Item) -> [Cell] {
        let text = CriterionText(criterion: item.criterion)
        return [
            .word(item.criterion.code, item.criterion.title), text.said(item.value), .optional(item.respondents),
            .flag(item.isDrafted), text.said(item.draftValue), .flag(item.isMissing), .optional(item.said?.number),
            (item.said?.at).map(Cell.instant) ?? .empty, .optional(item.said?.account),
            item.said.map { Cell.flag($0.isOnBehalf) } ?? .empty, .optional(item.said?.file),
            .optional(item.review.map { Words.of($0.verdict) }), text.said(item.review?.value),
            .optional(item.review?.reason),
        ]
    }

    private static let columnsOfFaults = [
        AnswerColumn(.criterion), AnswerColumn(.value), AnswerColumn(.sentence),
    ]

    private static func row(_ fault: Finding) -> [Cell] {
        [
            .optional(fault.column), .optional(fault.value),
            .localized(
                LocalizedText(persian: fault.reason(in: .persian), english: fault.reason(in: .english))),
        ]
    }

    private static func gaps(in form: SourceForm) -> LocalizedText {
        LocalizedText(
            persian: "بی‌مقدار: " + form.missing.map(\.title.persian).joined(separator: "، "),
            english: "Without a value: " + form.missing.map(\.title.english).joined(separator: ", "))
    }
}

extension CriterionText {
    /// A value that a source said: a survey's mean is in thousandths, whatever the form of its criterion.
    func said(_ value: Int64?) -> Cell {
        guard let value, criterion.survey != nil else { return cell(value) }
        return .number(FixedDecimal(digits: value, places: 3).text)
    }
}
