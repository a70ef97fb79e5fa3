package import OfficeRanking
package import RankingRules
package import Tables
import Wording

/// The days on which sources and reviewers may act in a half-year.
package enum WindowAnswer {
    package static func make(_ windows: [ActivityWindow], in halfYear: HalfYear) -> Answer {
        let period = Cell.halfYear(halfYear)
        let title = LocalizedText(
            persian: "مهلت‌های دورهٔ \(period.text(in: .persian))", english: "Windows of \(halfYear)")
        return Answer(
            title, facts: [AnswerFact(.period, period)],
            tables: [AnswerTable(.windows, columns, rows: windows.map(row))])
    }

    private static let columns = [
        AnswerColumn(.activity), AnswerColumn(.number, .number),
        AnswerColumn(.province, for: .peopleWhenFilled),
        AnswerColumn(.office, for: .peopleWhenFilled),
        AnswerColumn(.opensOn), AnswerColumn(.closesOn),
        AnswerColumn(.reason, for: .peopleWhenFilled),
    ]

    private static func row(_ window: ActivityWindow) -> [Cell] {
        [
            .text(window.activity), .integer(window.number), .optional(window.place.province),
            .optional(window.place.office), .day(window.opensOn), .day(window.closesOn), .optional(window.reason),
        ]
    }
}

/// The offices that are released from taking part in a half-year.
package enum ReleaseAnswer {
    package static func make(_ releases: [Release], in halfYear: HalfYear) -> Answer {
        let period = Cell.halfYear(halfYear)
        let title = LocalizedText(
            persian: "معافیت‌های دورهٔ \(period.text(in: .persian))", english: "Releases in \(halfYear)")
        return Answer(
            title, facts: [AnswerFact(.period, period)],
            tables: [AnswerTable(.releases, columns, rows: releases.map(row))])
    }

    private static let columns = [
        AnswerColumn(.release, .number), AnswerColumn(.province),
        AnswerColumn(.office), AnswerColumn(.reason),
        AnswerColumn(.legalBasis),
        AnswerColumn(.releasedAt),
        AnswerColumn(.endedAt, for: .peopleWhenFilled),
        AnswerColumn(.endReason, for: .peopleWhenFilled),
    ]

    private static func row(_ release: Release) -> [Cell] {
        [
            .integer(release.number), .optional(release.place.province), .optional(release.place.office),
            .optional(release.reason), .text(release.legalBasis), .instant(release.releasedAt),
            release.endedAt.map(Cell.instant) ?? .empty, .optional(release.endReason),
        ]
    }
}
