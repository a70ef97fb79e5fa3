package import OfficeRanking
package import RankingRules

/// Pages of services and agencies as answers.
package enum ServicesAnswer {
    package static func make(_ page: Page<Service, String>, _ day: Day) -> Answer {
        let title = LocalizedText(persian: "خدمات دستگاه‌ها", english: "Services")
        let columns =
            [
                AnswerColumn("code", "کد خدمت", "Code"), AnswerColumn("title", "عنوان", "Title"),
                AnswerColumn("agency", "دستگاه", "Agency"),
                AnswerColumn("agency_title", "نام دستگاه", "Agency's title", for: .programs),
                AnswerColumn("parent", "خدمت مادر", "Parent", for: .peopleWhenFilled),
                AnswerColumn("recipients", "گیرنده", "Recipients"),
                AnswerColumn("is_sovereign", "حاکمیتی", "Sovereign"),
                AnswerColumn("is_delegable", "قابل واگذاری", "Delegable"),
                AnswerColumn("delegable_reason", "دلیل", "Reason", for: .programs),
            ] + stageColumns + [
                AnswerColumn("is_operating", "واگذاری در حال اجرا", "Operating"),
                AnswerColumn("contracts", "قرارداد", "Contracts", .number),
            ] + recordColumns
        let rows = page.items.map(row)
        return answer(title, "services", columns, rows, day, page.next)
    }

    package static func make(_ page: Page<Agency, String>, _ day: Day) -> Answer {
        let title = LocalizedText(persian: "دستگاه‌های اجرایی", english: "Agencies")
        let columns = [
            AnswerColumn("code", "کد دستگاه", "Code"), AnswerColumn("title", "نام دستگاه", "Title"),
            AnswerColumn("services", "خدمت", "Services", .number),
            AnswerColumn("delegated", "واگذارشده", "Delegated", .number),
            AnswerColumn("contracts", "قرارداد", "Contracts", .number),
        ]
        let rows: [[Cell]] = page.items.map {
            [.text($0.code), .text($0.title), .integer($0.services), .integer($0.delegated), .integer($0.contracts)]
        }
        return answer(title, "agencies", columns, rows, day, page.next)
    }

    private static func answer(
        _ title: LocalizedText, _ key: String, _ columns: [AnswerColumn], _ rows: [[Cell]], _ day: Day, _ next: String?
    ) -> Answer {
        var answer = Answer(
            title,
            facts: [
                AnswerFact("day", "روز", "Day", .day(day)),
                AnswerFact("next", "ادامه", "Next", .optional(next), isShown: false),
            ],
            tables: [AnswerTable(key, title.persian, title.english, columns, rows: rows)])
        answer.tellMore(after: next)
        return answer
    }

    /// For each stage whether the counter-office field is completed, and for programs the access channels.
    private static let stageColumns = ServiceStage.allCases.flatMap { stage in
        let title = Words.of(stage)
        return [
            AnswerColumn(
                "\(stage.rawValue)_counter", "پیشخوان در \(title.text(in: .persian))",
                "Counter: \(title.text(in: .english))"),
            AnswerColumn(
                "\(stage.rawValue)_channels", "دسترسی \(title.text(in: .persian))",
                "Channels: \(title.text(in: .english))", for: .programs),
        ]
    }

    private static func row(_ service: Service) -> [Cell] {
        let stages = service.stages.flatMap { [Cell.flag($0.hasCounter), .text($0.channels)] }
        return [
            .text(service.code), .text(service.title), .text(service.agency), .text(service.agencyTitle),
            .optional(service.parent), .text(service.recipients.joined(separator: " ")), .flag(service.isSovereign),
            .flag(service.isDelegable), .optional(service.delegableReason),
        ] + stages + [.flag(service.isOperating), .integer(service.contracts)] + record(service.record)
    }

    private static let recordColumns = [
        AnswerColumn("level", "سطح", "Level", for: .programs),
        AnswerColumn("mode", "نحوه ارائه", "Mode", for: .programs),
        AnswerColumn("documents", "مدارک لازم", "Documents", for: .programs),
        AnswerColumn("request_url", "صفحهٔ دریافت خدمت", "Request page", for: .programs),
        AnswerColumn("guide_url", "راهنما", "Guide", for: .programs),
        AnswerColumn("faq_url", "پرسش‌های متداول", "Questions", for: .programs),
        AnswerColumn("sla_url", "توافق سطح خدمت", "Service level agreement", for: .programs),
        AnswerColumn("unit", "واحد پاسخگو", "Unit", for: .programs),
        AnswerColumn("phone", "شماره تماس", "Phone", for: .programs),
    ]

    private static func record(_ record: Service.Record) -> [Cell] {
        [
            .optional(record.level), .optional(record.mode), .optional(record.documents),
            .optional(record.requestPage), .optional(record.guide), .optional(record.questions),
            .optional(record.agreement), .optional(record.unit), .optional(record.phone),
        ]
    }
}
