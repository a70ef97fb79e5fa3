package import OfficeRanking
package import RankingRules

/// When sources and reviewers may act in a half-year.
package enum WindowAnswer {
    package static func make(_ windows: [ActivityWindow], in halfYear: HalfYear) -> Answer {
        let period = Cell.halfYear(halfYear)
        let title = LocalizedText(
            persian: "مهلت‌های دورهٔ \(period.text(in: .persian))", english: "Windows of \(halfYear)")
        return Answer(
            title, facts: [AnswerFact("period", "دوره", "Period", period)],
            tables: [AnswerTable("windows", "مهلت‌ها", "Windows", columns, rows: windows.map(row))])
    }

    private static let columns = [
        AnswerColumn("activity", "کار", "Activity"), AnswerColumn("number", "شماره", "Number", .number),
        AnswerColumn("province", "استان", "Province", for: .peopleWhenFilled),
        AnswerColumn("office", "دفتر", "Office", for: .peopleWhenFilled),
        AnswerColumn("opens_on", "از روز", "Opens on"), AnswerColumn("closes_on", "تا پایان روز", "Closes on"),
        AnswerColumn("reason", "دلیل", "Reason", for: .peopleWhenFilled),
    ]

    private static func row(_ window: ActivityWindow) -> [Cell] {
        [
            .text(window.activity), .integer(window.number), .optional(window.place.province),
            .optional(window.place.office), .day(window.opensOn), .day(window.closesOn), .optional(window.reason),
        ]
    }
}

/// Who need not take part in a half-year.
package enum ReleaseAnswer {
    package static func make(_ releases: [Release], in halfYear: HalfYear) -> Answer {
        let period = Cell.halfYear(halfYear)
        let title = LocalizedText(
            persian: "معافیت‌های دورهٔ \(period.text(in: .persian))", english: "Releases in \(halfYear)")
        return Answer(
            title, facts: [AnswerFact("period", "دوره", "Period", period)],
            tables: [AnswerTable("releases", "معافیت‌ها", "Releases", columns, rows: releases.map(row))])
    }

    private static let columns = [
        AnswerColumn("release", "شماره", "Release", .number), AnswerColumn("province", "استان", "Province"),
        AnswerColumn("office", "دفتر", "Office"), AnswerColumn("reason", "دلیل", "Reason"),
        AnswerColumn("legal_basis", "مبنای قانونی", "Legal basis"),
        AnswerColumn("released_at", "از", "Released at"),
        AnswerColumn("ended_at", "پایان", "Ended at", for: .peopleWhenFilled),
        AnswerColumn("end_reason", "دلیل پایان", "Why it ended", for: .peopleWhenFilled),
    ]

    private static func row(_ release: Release) -> [Cell] {
        [
            .integer(release.number), .optional(release.place.province), .optional(release.place.office),
            .optional(release.reason), .text(release.legalBasis), .instant(release.releasedAt),
            release.endedAt.map(Cell.instant) ?? .empty, .optional(release.endReason),
        ]
    }
}
