import Answers
import Hummingbird
import OfficeRanking
import RankingRules

extension WebService {
    /// Agencies, their services, and which offices may offer them.
    var serviceRoutes: [Route] {
        [
            answered("/v1/agencies") { question in
                let day = try day(&question.query)
                let limit = question.query.integer("limit", in: 1...500) ?? 50
                let after = question.query.text("after")
                try question.query.finish()
                return ServicesAnswer.make(
                    try await publicRanking.agencies(on: day, limit: limit, after: after), day)
            },
            answered("/v1/services", services),
            answered("/v1/distribution", distribution),
        ]
    }

    @Sendable
    private func services(_ question: inout Question) async throws -> Answer {
        let day = try day(&question.query)
        let agency = question.query.text("agency")
        let isDelegated = question.query.flag("delegated")
        let limit = question.query.integer("limit", in: 1...500) ?? 50
        let after = question.query.text("after")
        try question.query.finish()
        let page = try await publicRanking.services(
            on: day, agency: agency, delegatedOnly: isDelegated, limit: limit, after: after.map(Digits.latin))
        return ServicesAnswer.make(page, day)
    }

    /// For a service, an office or an agency: exactly one of them.
    @Sendable
    private func distribution(_ question: inout Question) async throws -> Answer {
        let day = try day(&question.query)
        let service = question.query.text("service").map(Digits.latin)
        let office = question.query.text("office")
        let agency = question.query.text("agency")
        switch (service, office, agency) {
        case (let service?, nil, nil): return try await rooms(service, day, &question.query)
        case (nil, let office?, nil):
            try question.query.finish()
            return DistributionAnswer.make(try await publicRanking.services(ofOffice: office, on: day), day)
        case (nil, nil, let agency?):
            try question.query.finish()
            let lines = try await publicRanking.distribution(ofAgency: agency, on: day)
            return DistributionAnswer.make(lines, agency, day)
        default:
            throw question.query.problem(.exactlyOne(of: ["service", "office", "agency"]))
        }
    }

    private func rooms(_ service: String, _ day: Day, _ query: inout QueryReader) async throws -> Answer {
        var filter = RoomFilter()
        filter.province = query.text("province")
        filter.county = query.text("county")
        filter.locality = query.text("locality")
        filter.rank = query.integer("rank", in: 1...9)
        filter.isEarnedOnly = query.flag("earned")
        let limit = query.integer("limit", in: 1...500) ?? 50
        let after = query.cursor("after")
        try query.finish()
        let page = try await publicRanking.officesWithRoom(for: service, on: day, filter, limit: limit, after: after)
        return DistributionAnswer.make(page, service, day)
    }
}
