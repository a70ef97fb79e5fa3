package import OfficeRanking
package import RankingRules

/// The work list as an answer, with the policy that orders it.
package enum WorkListAnswer {
    package static func make(_ page: WorkListPage, _ day: Day) -> Answer {
        let title = LocalizedText(persian: "فهرست کار", english: "Work list")
        var answer = Answer(
            title, facts: facts(page, day),
            tables: [
                AnswerTable("contracts", title.persian, title.english, columns, rows: page.items.map(row))
            ])
        answer.tellMore(after: page.next)
        if page.items.contains(where: \.isSampleTerm) { answer.notes.append(sampleTerm) }
        return answer
    }

    private static func facts(_ page: WorkListPage, _ day: Day) -> [AnswerFact] {
        [
            AnswerFact("day", "روز", "Day", .day(day)),
            AnswerFact("offices", "دفتر", "Offices", .integer(page.offices)),
            AnswerFact("contracts_total", "قرارداد", "Contracts", .integer(page.contracts)),
            AnswerFact("order", "ترتیب واگذاری", "Order", page.policy.map { Words.of($0.order) } ?? .empty),
            AnswerFact("legal_basis", "مستند مهلت", "Legal basis", .optional(page.policy?.legalBasis)),
            AnswerFact("next", "ادامه", "Next", .optional(page.next?.description), isShown: false),
        ]
    }

    private static let columns = [
        AnswerColumn("office", "کد دفتر", "Office"), AnswerColumn("province", "استان", "Province"),
        AnswerColumn("locality", "شهر یا روستا", "Locality"), AnswerColumn("rank", "رتبه", "Rank", .number),
        AnswerColumn("state", "وضعیت", "State", for: .programs), AnswerColumn("ceiling", "سقف", "Ceiling", .number),
        AnswerColumn("used", "ارائه", "Used", .number), AnswerColumn("excess", "بیش از سقف", "Excess", .number),
        AnswerColumn("place", "نوبت", "Order", .number), AnswerColumn("service", "کد خدمت", "Service"),
        AnswerColumn("title", "عنوان", "Title"), AnswerColumn("agency", "دستگاه", "Agency"),
        AnswerColumn("registered_on", "از", "Since", for: .programs),
        AnswerColumn("origin", "منشأ", "Origin", for: .programs), AnswerColumn("reason", "دلیل", "Reason"),
        AnswerColumn("cause", "علت", "Cause"), AnswerColumn("cause_on", "روز علت", "Caused on"),
        AnswerColumn("due_on", "مهلت", "Due on"), AnswerColumn("sample", "نمونه", "Sample", for: .programs),
    ]

    private static func row(_ item: WorkItem) -> [Cell] {
        [
            .text(item.office), .text(item.province), .text(item.locality), .optional(item.rank),
            Words.of(item.state), .integer(item.ceiling), .integer(item.used), .integer(item.excess),
            .integer(item.place), .text(item.service), .text(item.serviceTitle), .text(item.agency),
            .day(item.registeredOn), Words.of(item.origin), Words.of(item.reason), Words.of(item.cause),
            .day(item.causedOn), .day(item.dueOn), .flag(item.isSampleTerm),
        ]
    }

    private static let sampleTerm = LocalizedText(
        persian: "مهلت‌هایی که ستاد تعیین نکرده «نمونه» (SAMPLE) است.",
        english: "Terms that the headquarters has not set are a SAMPLE.")
}
