import Answers
import Hummingbird
import OfficeRanking
import RankingRules
import Tables

extension WebService {
    /// Published results, open to the public and the same for all clients.
    var publicationRoutes: [Route] {
        [
            published("/v1/publications") { question in
                try question.query.finish()
                return PublicationAnswer.list(question.listing.publications)
            },
            published("/v1/publications/{period}") { question in
                let number = question.number()
                try question.query.finish()
                return PublicationAnswer.one(try question.publication(number))
            },
            published("/v1/publications/{period}/offices", offices),
            published("/v1/publications/{period}/offices/{code}", explanation),
            published("/v1/publications/{period}/summary", summary),
            published("/v1/publications/{period}/comparison/{other}", comparison),
        ] + bulkRoutes
    }

    @Sendable
    private func offices(_ question: inout PublishedQuestion) async throws -> Answer {
        let filter = OfficeFilter(&question.query)
        let page = question.query.page(OfficeCursor.self)
        let number = question.number()
        try question.query.finish()
        let publication = try question.publication(number)
        let found = try await publicRanking.offices(
            in: publication.period.halfYear, number: publication.number, filter, limit: page.limit, after: page.after)
        return OfficesAnswer.make(found, publication.period)
    }

    @Sendable
    private func explanation(_ question: inout PublishedQuestion) async throws -> Answer {
        let number = question.number()
        try question.query.finish()
        let code = try question.context.text("code")
        let publication = try question.publication(number)
        return ExplainAnswer(
            try await publicRanking.explain(code, in: publication.period.halfYear, number: publication.number)
        ).make()
    }

    @Sendable
    private func summary(_ question: inout PublishedQuestion) async throws -> Answer {
        let number = question.number()
        try question.query.finish()
        let publication = try question.publication(number)
        return SummaryAnswer.make(
            try await publicRanking.summary(of: publication.period.halfYear, number: publication.number))
    }

    @Sendable
    private func comparison(_ question: inout PublishedQuestion) async throws -> Answer {
        let (number, otherNumber) = (question.number(), question.number("other_number"))
        try question.query.finish()
        let one = try question.publication(number)
        let other = try question.publication(of: question.context.halfYear("other"), otherNumber)
        return ComparisonAnswer.make(
            try await publicRanking.compare(
                one.period.halfYear, other.period.halfYear, numbers: (one.number, other.number)))
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
