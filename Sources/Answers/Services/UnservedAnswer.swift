package import OfficeRanking
package import RankingRules

/// Localities where no office is able, as an answer.
package enum UnservedAnswer {
    package static func make(_ page: UnservedPage, _ question: UnservedQuestion, _ day: Day) -> Answer {
        let title = title(question)
        let columns = [
            AnswerColumn("service", "کد خدمت", "Service"), AnswerColumn("title", "عنوان", "Title"),
            AnswerColumn("province", "استان", "Province"), AnswerColumn("county", "شهرستان", "County"),
            AnswerColumn("locality", "شهر یا روستا", "Locality"),
            AnswerColumn("is_village", "روستا", "Village", for: .programs),
            AnswerColumn("offices", "دفتر", "Offices", .number),
            AnswerColumn("active_offices", "دفتر فعال", "Active", .number), AnswerColumn("reason", "دلیل", "Reason"),
        ]
        let rows: [[Cell]] = page.items.map {
            [
                .text($0.service), .text($0.title), .text($0.province), .text($0.county), .text($0.locality),
                .flag($0.isVillage), .integer($0.offices), .integer($0.activeOffices), Words.of($0.reason),
            ]
        }
        var answer = Answer(
            title,
            facts: [
                AnswerFact("day", "روز", "Day", .day(day)),
                AnswerFact("localities_total", "شهر و روستا", "Localities", .integer(page.total)),
                AnswerFact("next", "ادامه", "Next", .optional(page.next?.description), isShown: false),
            ],
            tables: [AnswerTable("localities", title.persian, title.english, columns, rows: rows)])
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
