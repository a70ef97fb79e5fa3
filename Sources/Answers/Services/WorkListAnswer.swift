package import OfficeRanking
package import RankingRules
package import Tables
import Wording

/// The work list as an answer, with the policy that orders it.
package enum WorkListAnswer {
    package static func make(_ page: WorkListPage, _ day: Day) -> Answer {
        let title = LocalizedText(persian: "فهرست کار", english: "Work list")
        var answer = Answer(
            title, facts: facts(page, day),
            tables: [
                AnswerTable("contracts", title, columns, rows: page.items.map(row))
            ])
        answer.tellMore(after: page.next)
        if page.items.contains(where: \.isSampleTerm) { answer.notes.append(sampleTerm) }
        return answer
    }

    private static func facts(_ page: WorkListPage, _ day: Day) -> [AnswerFact] {
        [
            AnswerFact(.day, .day(day)),
            AnswerFact(.offices, .integer(page.offices)),
            AnswerFact(.contractsTotal, .integer(page.contracts)),
            AnswerFact(.order, .optional(page.policy.map { Words.of($0.order) })),
            AnswerFact(.legalBasis, .optional(page.policy?.legalBasis)),
            AnswerFact(.next, .optional(page.next?.description), isShown: false),
        ]
    }

    private static let columns = [
        AnswerColumn(.office), AnswerColumn(.province),
        AnswerColumn(.locality), AnswerColumn(.rank, .number),
        AnswerColumn(.state, for: .programs), AnswerColumn(.ceiling, .number),
        AnswerColumn(.used, .number), AnswerColumn(.excess, .number),
        AnswerColumn(.positionInWorkList, .number), AnswerColumn(.service),
        AnswerColumn(.title), AnswerColumn(.agency),
        AnswerColumn(.registeredOn, for: .programs),
        AnswerColumn(.origin, for: .programs), AnswerColumn(.reason),
        AnswerColumn(.cause), AnswerColumn(.causeOn),
        AnswerColumn(.dueOn), AnswerColumn(.sample, for: .programs),
    ]

    private static func row(_ item: WorkItem) -> [Cell] {
        [
            .text(item.office), .text(item.province), .text(item.locality), .optional(item.rank),
            .word(Words.of(item.state)), .integer(item.ceiling), .integer(item.used), .integer(item.excess),
            .integer(item.position), .text(item.service), .text(item.serviceTitle), .text(item.agency),
            .day(item.registeredOn), .word(Words.of(item.origin)), .word(Words.of(item.reason)),
            .word(Words.of(item.cause)),
            .day(item.causedOn), .day(item.dueOn), .flag(item.isSampleTerm),
        ]
    }

    private static let sampleTerm = LocalizedText(
        persian: "مهلت‌هایی که ستاد تعیین نکرده «نمونه» (SAMPLE) است.",
        english: "Terms that the headquarters has not set are a SAMPLE.")
}
