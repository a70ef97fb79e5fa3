package import OfficeRanking
import RankingRules
package import Tables
import Wording

/// Violation cases as an answer.
package enum CaseAnswer {
    package static func make(_ page: Page<ViolationCase, CaseCursor>) -> Answer {
        let title = LocalizedText(persian: "پرونده‌های تخلف", english: "Violation cases")
        var answer = Answer(
            title, facts: [AnswerFact(.next, .optional(page.next?.description), isShown: false)],
            tables: [AnswerTable("cases", title, columns, rows: page.items.map(row))])
        answer.tellMore(after: page.next)
        return answer
    }

    /// One case with its steps and sanctions.
    package static func make(_ file: CaseFile) -> Answer {
        let title = LocalizedText(persian: "پروندهٔ تخلف", english: "Violation case")
        let facts = zip(labels, row(file.violationCase)).map { AnswerFact($0, $1) }
        return Answer(
            title, facts: facts,
            tables: [
                AnswerTable("steps", stepsTitle, stepColumns, rows: file.steps.map(row)),
                SanctionAnswer.table(file.sanctions, for: .peopleWithRows),
            ])
    }

    private static let labels: [Label] = [
        .caseID, .caseNumber, .office, .provinceCode, .kindOfViolation, .titleOfViolation, .stateOfCase, .sinceDay,
        .answerUntil, .openedOn, .isRecorded,
    ]

    private static let columns = [
        AnswerColumn(.caseID, .number), AnswerColumn(.caseNumber), AnswerColumn(.office),
        AnswerColumn(.provinceCode, for: .programs), AnswerColumn(.kindOfViolation),
        AnswerColumn(.titleOfViolation, for: .peopleWhenFilled), AnswerColumn(.stateOfCase), AnswerColumn(.sinceDay),
        AnswerColumn(.answerUntil, for: .peopleWhenFilled), AnswerColumn(.openedOn),
        AnswerColumn(.isRecorded, for: .programs),
    ]

    private static func row(_ violationCase: ViolationCase) -> [Cell] {
        [
            .optional(violationCase.id), .text(violationCase.number), .text(violationCase.office),
            .text(violationCase.provinceCode), .text(violationCase.kind),
            violationCase.title.map(Cell.localized) ?? .empty, .word(Words.of(violationCase.state)),
            .day(violationCase.since), .optional(violationCase.answerUntil), .day(violationCase.openedOn),
            .flag(violationCase.isRecorded),
        ]
    }

    private static let stepsTitle = LocalizedText(persian: "گام‌ها", english: "Steps")

    private static let stepColumns = [
        AnswerColumn(.number, .number), AnswerColumn(.step), AnswerColumn(.dayOfCaseStep),
        AnswerColumn(.answerUntil, for: .peopleWhenFilled), AnswerColumn(.endsSanctions, for: .programs),
        AnswerColumn(.textOfStep),
    ]

    private static func row(_ step: CaseStep) -> [Cell] {
        [
            .integer(step.number), .word(Words.of(step.kind)), .day(step.takenOn), .optional(step.answerUntil),
            .flag(step.endsSanctions), .text(step.text),
        ]
    }
}

/// Sanctions as an answer.
package enum SanctionAnswer {
    package static func make(_ page: Page<Sanction, NumberCursor>) -> Answer {
        var answer = Answer(
            title, facts: [AnswerFact(.next, .optional(page.next?.description), isShown: false)],
            tables: [table(page.items, for: .all)])
        answer.tellMore(after: page.next)
        return answer
    }

    static func table(_ sanctions: [Sanction], for audience: AnswerTable.Audience) -> AnswerTable {
        AnswerTable("sanctions", title, columns, rows: sanctions.map(row), for: audience)
    }

    private static let title = LocalizedText(persian: "جزاها", english: "Sanctions")

    private static let columns = [
        AnswerColumn(.sanction, .number), AnswerColumn(.caseID, .number), AnswerColumn(.caseNumber),
        AnswerColumn(.office), AnswerColumn(.provinceCode, for: .programs), AnswerColumn(.kindOfSanction),
        AnswerColumn(.imposedBy), AnswerColumn(.firstOn), AnswerColumn(.lastOn),
        AnswerColumn(.endedOn, for: .peopleWhenFilled),
    ]

    private static func row(_ sanction: Sanction) -> [Cell] {
        [
            .integer(sanction.number), .integer(sanction.caseID), .text(sanction.caseNumber), .text(sanction.office),
            .text(sanction.provinceCode), .word(Words.of(sanction.kind)), .word(Words.of(sanction.step)),
            .day(sanction.firstOn), .optional(sanction.lastOn), .optional(sanction.endedOn),
        ]
    }
}
