import Answers
import HTTPTypes
import OfficeRanking
import RankingRules
import Tables

extension WebService {
    /// When sources and reviewers may act in a half-year, and who is released from taking part.
    var windowRoutes: [Route] {
        [
            reading("/v1/periods/{period}/windows") { asked in
                try asked.query.finish()
                let halfYear = try asked.context.halfYear()
                return WindowAnswer.make(try await asked.ranking.windows(of: halfYear), in: halfYear)
            },
            writing("/v1/periods/{period}/windows", .post, window),
            reading("/v1/periods/{period}/releases") { asked in
                try asked.query.finish()
                let halfYear = try asked.context.halfYear()
                return ReleaseAnswer.make(try await asked.ranking.releases(of: halfYear), in: halfYear)
            },
            writing("/v1/periods/{period}/releases", .post, release),
            writing("/v1/periods/{period}/releases/{number}/end") { write in
                let reason = write.body.required("reason") { $0.text($1) }
                try write.finish()
                let (halfYear, number) = (try write.context.halfYear(), try write.context.number("number"))
                let why = try reason.value
                return { ranking in
                    try await ranking.endRelease(number, in: halfYear, reason: why)
                    return Written(ReleaseAnswer.make(try await ranking.releases(of: halfYear), in: halfYear))
                }
            },
        ]
    }

    @Sendable
    private func window(_ write: inout WriteRequest) async throws -> Deed {
        let activity = write.body.required("activity") { $0.text($1) }
        let closes = write.body.required("closes_on") { $0.day($1) }
        let opensOn = write.body.day("opens_on")
        let allowPast = write.body.flag("allow_past") ?? false
        let reason = write.body.text("reason")
        let place = write.actingPlace()
        try write.finish()
        let halfYear = try write.context.halfYear()
        let change = WindowChange(
            try activity.value, for: place, opensOn: opensOn, closesOn: try closes.value, allowPast: allowPast)
        return { ranking in
            try await ranking.setWindow(halfYear, change, reason: reason)
            return Written(WindowAnswer.make(try await ranking.windows(of: halfYear), in: halfYear))
        }
    }

    @Sendable
    private func release(_ write: inout WriteRequest) async throws -> Deed {
        let reason = write.body.required("reason") { $0.text($1) }
        let legalBasis = write.body.required("legal_basis") { $0.text($1) }
        let place = write.actingPlace()
        try write.finish()
        let halfYear = try write.context.halfYear()
        let (why, basis) = (try reason.value, try legalBasis.value)
        return { ranking in
            try await ranking.release(place, in: halfYear, reason: why, legalBasis: basis)
            return Written(ReleaseAnswer.make(try await ranking.releases(of: halfYear), in: halfYear))
        }
    }
}

extension WriteRequest {
    /// A province, an office, or the whole country.
    fileprivate mutating func actingPlace() -> ActingPlace {
        let (province, office) = (body.text("province"), body.text("office"))
        if province != nil, office != nil { body.refuse("office", expecting: placeIsOne) }
        return office.map(ActingPlace.office) ?? province.map(ActingPlace.province) ?? .country
    }
}

private let placeIsOne = LocalizedText(
    persian: "استان یا دفتر، نه هر دو", english: "a province or an office, not both")
