import Answers
import HTTPTypes
import OfficeRanking
import RankingRules
import Tables

extension WebService {
    /// The days on which sources and reviewers may act in a half-year, and the offices released from taking part.
    var windowRoutes: [Route] {
        [
            reading("/v1/periods/{period}/windows") { asked in
                try asked.query.finish()
                let halfYear = try asked.context.halfYear()
                return WindowAnswer.make(try await asked.ranking.windows(of: halfYear), in: halfYear)
            },
            writing("/v1/periods/{period}/windows", NewWindow.self) { ranking, write in
                let (halfYear, window) = (try write.context.halfYear(), write.body)
                let change = WindowChange(
                    window.activity, for: window.place, opensOn: window.opensOn, closesOn: window.closesOn,
                    allowPast: window.allowPast)
                try await ranking.setWindow(halfYear, change, reason: window.reason)
                return Written(WindowAnswer.make(try await ranking.windows(of: halfYear), in: halfYear))
            },
            reading("/v1/periods/{period}/releases") { asked in
                try asked.query.finish()
                let halfYear = try asked.context.halfYear()
                return ReleaseAnswer.make(try await asked.ranking.releases(of: halfYear), in: halfYear)
            },
            writing("/v1/periods/{period}/releases", NewRelease.self) { ranking, write in
                let (halfYear, release) = (try write.context.halfYear(), write.body)
                try await ranking.release(
                    release.place, in: halfYear, reason: release.reason, legalBasis: release.legalBasis)
                return Written(ReleaseAnswer.make(try await ranking.releases(of: halfYear), in: halfYear))
            },
            writing("/v1/periods/{period}/releases/{number}/end", Reason.self) { ranking, write in
                let (halfYear, number) = (try write.context.halfYear(), try write.context.number("number"))
                try await ranking.endRelease(number, in: halfYear, reason: write.body.reason)
                return Written(ReleaseAnswer.make(try await ranking.releases(of: halfYear), in: halfYear))
            },
        ]
    }
}

private struct NewWindow: WriteBody {
    let activity: String
    let closesOn: Day
    let opensOn: Day?
    let allowPast: Bool
    let reason: String?
    let place: ActingPlace

    static let form = BodyForm(
        Self.init, Member.text("activity"), Member.day("closes_on"), Member.day("opens_on").optional,
        Member.flag("allow_past").or(false), Member.text("reason").optional, actingPlace)
}

private struct NewRelease: WriteBody {
    let reason: String
    let legalBasis: String
    let place: ActingPlace

    static let form = BodyForm(Self.init, Member.text("reason"), Member.text("legal_basis"), actingPlace)
}

/// A province, an office, or the whole country.
private let actingPlace = BodyField<ActingPlace>(
    ["province", "office"].map { MemberName(name: $0, isRequired: false) }
) { reader in
    let (province, office) = (
        Member.text("province").optional.read(reader), Member.text("office").optional.read(reader)
    )
    guard let province, let office else { return nil }
    if province != nil, office != nil { reader.note(.wrong("office", placeIsOne)) }
    return office.map(ActingPlace.office) ?? province.map(ActingPlace.province) ?? .country
}

private let placeIsOne = LocalizedText(
    persian: "استان یا دفتر، نه هر دو", english: "a province or an office, not both")
