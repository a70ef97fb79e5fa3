import Answers
import Hummingbird
import OfficeRanking
import RankingRules

extension WebService {
    /// Published results, for everybody and the same for everybody.
    var publicationRoutes: [Route] {
        [
            published("/v1/publications") { question in
                try question.query.finish()
                return PublicationAnswer.list(question.listing.publications)
            },
            published("/v1/publications/{period}") { question in
                try question.query.finish()
                return PublicationAnswer.one(try question.publication())
            },
            published("/v1/publications/{period}/offices", offices),
        ]
    }

    @Sendable
    private func offices(_ question: inout PublishedQuestion) async throws -> Answer {
        let filter = OfficeFilter(&question.query)
        let limit = question.query.integer("limit", in: 1...500) ?? 50
        let after = question.query.cursor("after")
        try question.query.finish()
        let publication = try question.publication()
        let page = try await publicRanking.offices(
            in: publication.period.halfYear, filter, limit: limit, after: after)
        return OfficesAnswer.make(page, publication.period)
    }
}

extension QueryReader {
    mutating func cursor(_ name: String) -> PageCursor? {
        value(name, expecting: "مقدار next صفحهٔ پیش", "the `next` of the page before", PageCursor.init)
    }
}

extension OfficeFilter {
    init(_ query: inout QueryReader) {
        self.init()
        province = query.text("province")
        county = query.text("county")
        locality = query.text("locality")
        kind = query.choice("kind")
        rank = query.integer("rank", in: 1...9)
        origin = query.choice("origin")
        standing = query.choice("standing")
    }
}
