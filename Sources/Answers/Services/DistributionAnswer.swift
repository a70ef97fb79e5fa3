package import OfficeRanking
package import RankingRules

/// Answers about distribution: from the service, from the office, from the agency.
package enum DistributionAnswer {
    package static func make(_ page: Page<OfficeWithRoom, OfficeCursor>, _ service: String, _ day: Day) -> Answer {
        let title = LocalizedText(
            persian: "دفترهای دارای ظرفیت برای خدمت \(TextDirection.isolatedCode(service))",
            english: "Offices with room for service \(service)")
        let columns =
            [
                AnswerColumn("position", "جایگاه در استان", "Position", .number),
                AnswerColumn("code", "کد دفتر", "Code"), AnswerColumn("province", "استان", "Province"),
                AnswerColumn("county", "شهرستان", "County"), AnswerColumn("locality", "شهر یا روستا", "Locality"),
                AnswerColumn("kind", "نوع", "Kind"), AnswerColumn("rank", "رتبه", "Rank", .number),
                AnswerColumn("rank_origin", "منشأ رتبه", "Origin"), AnswerColumn("total", "جمع", "Total", .number),
                AnswerColumn("adjusted_total", "جمع به نسبت سقف", "Adjusted total", .number),
            ] + roomColumns
        let rows = page.items.map { office in
            [
                .optional(office.position), .text(office.code), .text(office.province), .text(office.county),
                .text(office.locality), Words.of(office.kind), .optional(office.rank),
                office.origin.map(Words.of) ?? .empty, .optional(office.total), .optional(office.adjustedTotal),
            ] + cells(office.room)
        }
        var answer = Answer(
            title,
            facts: [
                AnswerFact("day", "روز", "Day", .day(day)),
                AnswerFact("service", "خدمت", "Service", .text(service), isShown: false),
                AnswerFact("next", "ادامه", "Next", .optional(page.next?.description), isShown: false),
            ],
            tables: [AnswerTable("offices", title.persian, title.english, columns, rows: rows)])
        answer.tellMore(after: page.next)
        return answer
    }

    package static func make(_ office: OfficeServices, _ day: Day) -> Answer {
        let title = LocalizedText(persian: "خدمات دفتر \(office.code)", english: "Services of office \(office.code)")
        let columns = [
            AnswerColumn("service", "کد خدمت", "Service"), AnswerColumn("title", "عنوان", "Title"),
            AnswerColumn("agency", "دستگاه", "Agency"), AnswerColumn("is_available", "در محل واگذار است", "Available"),
            AnswerColumn("offered_since", "ارائه از", "Offered since"),
        ]
        let rows: [[Cell]] = office.services.map {
            [.text($0.code), .text($0.title), .text($0.agency), .flag($0.isAvailable), .optional($0.offeredSince)]
        }
        let room = zip(roomColumns, cells(office.room)).map { column, cell in
            AnswerFact(column.key, column.title.persian, column.title.english, cell)
        }
        let facts = [
            AnswerFact("day", "روز", "Day", .day(day)),
            AnswerFact("province", "استان", "Province", .text(office.province)),
            AnswerFact("locality", "شهر یا روستا", "Locality", .text(office.locality)),
            AnswerFact("state", "وضعیت پروانه", "State", Words.of(office.state)),
            AnswerFact("rank", "رتبه", "Rank", .optional(office.rank)),
            AnswerFact("rank_origin", "منشأ رتبه", "Origin", office.origin.map(Words.of) ?? .empty),
        ]
        let best = AnswerFact(
            "ceiling_at_first_rank", "سقف با رتبهٔ یک", "Ceiling at rank 1", .optional(office.ceilingAtFirstRank))
        return Answer(
            title, facts: facts + room + [best],
            tables: [AnswerTable("services", title.persian, title.english, columns, rows: rows)])
    }

    package static func make(_ lines: [ServiceDistribution], _ agency: String, _ day: Day) -> Answer {
        let title = LocalizedText(persian: "پوشش خدمات دستگاه \(agency)", english: "Where agency \(agency) is served")
        let columns = [
            AnswerColumn("service", "کد خدمت", "Service"), AnswerColumn("title", "عنوان", "Title"),
            AnswerColumn("province", "استان", "Province"),
            AnswerColumn("offering", "دفتر ارائه‌کننده", "Offering", .number),
            AnswerColumn("with_room", "دفتر دارای ظرفیت", "With room", .number),
            AnswerColumn("localities", "شهر و روستا", "Localities", .number),
            AnswerColumn("localities_without_office", "بدون دفتر توانا", "Without an able office", .number),
        ]
        let rows: [[Cell]] = lines.map {
            [
                .text($0.service), .text($0.title), .text($0.province), .integer($0.offering), .integer($0.withRoom),
                .integer($0.localities), .integer($0.localitiesWithoutOffice),
            ]
        }
        return Answer(
            title, facts: [AnswerFact("day", "روز", "Day", .day(day))],
            tables: [AnswerTable("services", title.persian, title.english, columns, rows: rows)])
    }

    private static let roomColumns = [
        AnswerColumn("share", "سهم (درصد)", "Share (%)", .number),
        AnswerColumn("available", "خدمات در محل", "Available", .number),
        AnswerColumn("ceiling", "سقف", "Ceiling", .number), AnswerColumn("used", "ارائه", "Used", .number),
        AnswerColumn("free", "ظرفیت", "Free", .number),
    ]

    private static func cells(_ room: ServiceRoom) -> [Cell] {
        [
            .optional(room.share), .integer(room.available), .integer(room.ceiling), .integer(room.used),
            .integer(room.free),
        ]
    }
}
