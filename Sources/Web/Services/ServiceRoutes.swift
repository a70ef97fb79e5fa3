import Answers
import Hummingbird
import OfficeRanking
import RankingRules
import Tables

extension WebService {
    /// Agencies, their services, and the offices that may offer them.
    var serviceRoutes: [Route] {
        [
            answered("/v1/agencies") { question in
                let day = try day(&question.query)
                let page = question.query.page(String.self)
                try question.query.finish()
                return ServicesAnswer.make(
                    try await publicRanking.agencies(on: day, limit: page.limit, after: page.after), day)
            },
            answered("/v1/services", services),
            answered("/v1/distribution", rooms),
            answered("/v1/distribution/unserved", unserved),
            answered("/v1/distribution/offices/{code}") { question in
                let day = try day(&question.query)
                try question.query.finish()
                let code = try question.context.text("code")
                return DistributionAnswer.make(try await publicRanking.services(ofOffice: code, on: day), day)
            },
            answered("/v1/distribution/agencies/{code}") { question in
                let day = try day(&question.query)
                try question.query.finish()
                let code = try question.context.text("code")
                return DistributionAnswer.make(try await publicRanking.distribution(ofAgency: code, on: day), code, day)
            },
        ]
    }

    @Sendable
    private func services(_ question: inout Question) async throws -> Answer {
        let day = try day(&question.query)
        let agency = question.query.text("agency")
        let isDelegated = question.query.flag("delegated")
        let page = question.query.page(String.self)
        try question.query.finish()
        let found = try await publicRanking.services(
            on: day, agency: agency, delegatedOnly: isDelegated, limit: page.limit,
            after: page.after.map(Digits.latin))
        return ServicesAnswer.make(found, day)
    }

    /// Offices that may offer a service and have a free place, best first.
    @Sendable
    private func rooms(_ question: inout Question) async throws -> Answer {
        let day = try day(&question.query)
        let service = question.query.required("service")
        var filter = RoomFilter()
        filter.province = question.query.text("province")
        filter.county = question.query.text("county")
        filter.locality = question.query.text("locality")
        filter.rank = question.query.integer("rank", in: 1...9)
        filter.isEarnedOnly = question.query.flag("earned")
        let page = question.query.page(OfficeCursor.self)
        try question.query.finish()
        let code = Digits.latin(service)
        let found = try await publicRanking.officesWithRoom(
            for: code, on: day, filter, limit: page.limit, after: page.after)
        return DistributionAnswer.make(found, code, day)
    }

    /// Places in which no office is able to offer a service, or any service of an agency.
    @Sendable
    private func unserved(_ question: inout Question) async throws -> Answer {
        let day = try day(&question.query)
        let (service, agency) = (question.query.text("service"), question.query.text("agency"))
        var filter = RoomFilter()
        filter.province = question.query.text("province")
        filter.rank = question.query.integer("rank", in: 1...9)
        filter.isEarnedOnly = question.query.flag("earned")
        let page = question.query.page(UnservedCursor.self)
        if (service == nil) == (agency == nil) { question.query.miss("service") }
        try question.query.finish()
        let about = agency.map(UnservedQuestion.agency) ?? .service(Digits.latin(service ?? ""))
        let found = try await publicRanking.unservedLocalities(
            of: about, on: day, filter, limit: page.limit, after: page.after)
        return UnservedAnswer.make(found, about, day)
    }
}
