package import OfficeRanking
package import RankingRules
package import Tables
import Wording

/// Answers about distribution: from the service, from the office, from the agency.
package enum DistributionAnswer {
    package static func make(_ page: Page<OfficeWithRoom, OfficeCursor>, _ service: String, _ day: Day) -> Answer {
        let title = LocalizedText(
            persian: "دفترهای دارای ظرفیت برای خدمت \(TextDirection.isolatedCode(service))",
            english: "Offices with room for service \(service)")
        let columns =
            [
                AnswerColumn(.position, .number),
                AnswerColumn(.codeOfOffice), AnswerColumn(.province),
                AnswerColumn(.county), AnswerColumn(.locality),
                AnswerColumn(.kind), AnswerColumn(.rank, .number),
                AnswerColumn(.rankOrigin), AnswerColumn(.total, .number),
                AnswerColumn(.adjustedTotal, .number),
            ] + roomColumns
        let rows = page.items.map { office in
            [
                .optional(office.position), .text(office.code), .text(office.province), .text(office.county),
                .text(office.locality), .word(Words.of(office.kind)), .optional(office.rank),
                .optional(office.origin.map(Words.of)), .optional(office.total), .optional(office.adjustedTotal),
            ] + cells(office.room)
        }
        var answer = Answer(
            title,
            facts: [
                AnswerFact(.day, .day(day)),
                AnswerFact(.service, .text(service), isShown: false),
                AnswerFact(.next, .optional(page.next?.description), isShown: false),
            ],
            tables: [AnswerTable("offices", title, columns, rows: rows)])
        answer.tellMore(after: page.next)
        return answer
    }

    package static func make(_ office: OfficeServices, _ day: Day) -> Answer {
        let title = LocalizedText(persian: "خدمات دفتر \(office.code)", english: "Services of office \(office.code)")
        let columns = [
            AnswerColumn(.service), AnswerColumn(.title),
            AnswerColumn(.agency), AnswerColumn(.isAvailable),
            AnswerColumn(.offeredSince),
        ]
        let rows: [[Cell]] = office.services.map {
            [.text($0.code), .text($0.title), .text($0.agency), .flag($0.isAvailable), .optional($0.offeredSince)]
        }
        let room = zip(roomColumns, cells(office.room)).map { column, cell in
            AnswerFact(column.key, column.title, cell)
        }
        let facts = [
            AnswerFact(.day, .day(day)),
            AnswerFact(.province, .text(office.province)),
            AnswerFact(.locality, .text(office.locality)),
            AnswerFact(.stateOfLicence, .word(Words.of(office.state))),
            AnswerFact(.rank, .optional(office.rank)),
            AnswerFact(.rankOrigin, .optional(office.origin.map(Words.of))),
        ]
        let best = AnswerFact(
            .ceilingAtFirstRank, .optional(office.ceilingAtFirstRank))
        return Answer(
            title, facts: facts + room + [best],
            tables: [AnswerTable("services", title, columns, rows: rows)])
    }

    package static func make(_ lines: [ServiceDistribution], _ agency: String, _ day: Day) -> Answer {
        let title = LocalizedText(persian: "پوشش خدمات دستگاه \(agency)", english: "Where agency \(agency) is served")
        let columns = [
            AnswerColumn(.service), AnswerColumn(.title),
            AnswerColumn(.province),
            AnswerColumn(.offering, .number),
            AnswerColumn(.withRoom, .number),
            AnswerColumn(.localities, .number),
            AnswerColumn(.localitiesWithoutOffice, .number),
        ]
        let rows: [[Cell]] = lines.map {
            [
                .text($0.service), .text($0.title), .text($0.province), .integer($0.offering), .integer($0.withRoom),
                .integer($0.localities), .integer($0.localitiesWithoutOffice),
            ]
        }
        return Answer(
            title, facts: [AnswerFact(.day, .day(day))],
            tables: [AnswerTable("services", title, columns, rows: rows)])
    }

    private static let roomColumns = [
        AnswerColumn(.share, .number),
        AnswerColumn(.available, .number),
        AnswerColumn(.ceiling, .number), AnswerColumn(.used, .number),
        AnswerColumn(.free, .number),
    ]

    private static func cells(_ room: ServiceRoom) -> [Cell] {
        [
            .optional(room.share), .integer(room.available), .integer(room.ceiling), .integer(room.used),
            .integer(room.free),
        ]
    }
}
