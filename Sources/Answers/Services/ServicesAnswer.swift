package import OfficeRanking
package import RankingRules
package import Tables
import Wording

/// Pages of services and agencies as answers.
package enum ServicesAnswer {
    package static func make(_ page: Page<Service, String>, _ day: Day) -> Answer {
        let title = LocalizedText(persian: "خدمات دستگاه‌ها", english: "Services")
        let columns =
            [
                AnswerColumn(.codeOfService), AnswerColumn(.title),
                AnswerColumn(.agency),
                AnswerColumn(.agencyTitle, for: .programs),
                AnswerColumn(.parent, for: .peopleWhenFilled),
                AnswerColumn(.recipients),
                AnswerColumn(.isSovereign),
                AnswerColumn(.isDelegable),
                AnswerColumn(.delegableReason, for: .programs),
            ] + stageColumns + [
                AnswerColumn(.isOperating),
                AnswerColumn(.contracts, .number),
            ] + recordColumns
        let rows = page.items.map(row)
        return answer(title, "services", columns, rows, day, page.next)
    }

    package static func make(_ page: Page<Agency, String>, _ day: Day) -> Answer {
        let title = LocalizedText(persian: "دستگاه‌های اجرایی", english: "Agencies")
        let columns = [
            AnswerColumn(.codeOfAgency), AnswerColumn(.titleOfAgency),
            AnswerColumn(.services, .number),
            AnswerColumn(.delegated, .number),
            AnswerColumn(.contracts, .number),
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
                AnswerFact(.day, .day(day)),
                AnswerFact(.next, .optional(next), isShown: false),
            ],
            tables: [AnswerTable(key, title, columns, rows: rows)])
        answer.tellMore(after: next)
        return answer
    }

    /// For each stage whether the counter-office field is completed, and for programs the access channels.
    private static let stageColumns = ServiceStage.allCases.flatMap { stage in
        let title = Words.of(stage)
        return [
            AnswerColumn(
                "\(stage.rawValue)_counter",
                LocalizedText(
                    persian: "پیشخوان در \(title.text[.persian])", english: "Counter: \(title.text[.english])")),
            AnswerColumn(
                "\(stage.rawValue)_channels",
                LocalizedText(
                    persian: "دسترسی \(title.text[.persian])", english: "Channels: \(title.text[.english])"),
                for: .programs),
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
        AnswerColumn(.level, for: .programs),
        AnswerColumn(.mode, for: .programs),
        AnswerColumn(.documents, for: .programs),
        AnswerColumn(.requestUrl, for: .programs),
        AnswerColumn(.guideUrl, for: .programs),
        AnswerColumn(.faqUrl, for: .programs),
        AnswerColumn(.slaUrl, for: .programs),
        AnswerColumn(.unit, for: .programs),
        AnswerColumn(.phone, for: .programs),
    ]

    private static func record(_ record: Service.Record) -> [Cell] {
        [
            .optional(record.level), .optional(record.mode), .optional(record.documents),
            .optional(record.requestPage), .optional(record.guide), .optional(record.questions),
            .optional(record.agreement), .optional(record.unit), .optional(record.phone),
        ]
    }
}
