package import OfficeRanking
package import RankingRules
package import Tables
import Wording

/// Localities in which no office is able to offer a service, as an answer.
package enum UnservedAnswer {
    package static func make(_ page: UnservedPage, _ question: UnservedQuestion, _ day: Day) -> Answer {
        let title = title(question)
        let columns = [
            AnswerColumn(.service), AnswerColumn(.title),
            AnswerColumn(.province), AnswerColumn(.county),
            AnswerColumn(.locality),
            AnswerColumn(.isVillage, for: .programs),
            AnswerColumn(.offices, .number),
            AnswerColumn(.activeOffices, .number), AnswerColumn(.reason),
        ]
        let rows: [[Cell]] = page.items.map {
            [
                .text($0.service), .text($0.title), .text($0.province), .text($0.county), .text($0.locality),
                .flag($0.isVillage), .integer($0.offices), .integer($0.activeOffices), .word(Words.of($0.reason)),
            ]
        }
        var answer = Answer(
            title,
            facts: [
                AnswerFact(.day, .day(day)),
                AnswerFact(.localitiesTotal, .integer(page.total)),
                AnswerFact(.next, .optional(page.next?.description), isShown: false),
            ],
            tables: [AnswerTable("localities", title, columns, rows: rows)])
        answer.tellMore(after: page.next)
        return answer
    }

    private static func title(_ question: UnservedQuestion) -> LocalizedText {
        switch question {
        case .service(let code):
            LocalizedText(
                persian: "جاهای بی‌دفترِ توانا برای خدمت \(TextDirection.isolatedCode(code))",
                english: "Places without an able office for service \(code)")
        case .agency(let code):
            LocalizedText(
                persian: "جاهای بی‌دفترِ توانا برای خدمات دستگاه \(code)",
                english: "Places without an able office for agency \(code)")
        }
    }
}
