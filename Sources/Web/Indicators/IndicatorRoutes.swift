import Answers
import HTTPTypes
import Hummingbird
import OfficeRanking
import RankingRules
import Tables

extension WebService {
    /// The agency indicator: published sheets for the public, and the present result for accounts that may read it.
    var indicatorRoutes: [Route] {
        [
            answered("/v1/indicators/{year}") { question in
                try question.query.finish()
                let year = try question.context.number("year")
                return PublishedSheetsAnswer.make(try await publicRanking.publishedIndicators(year), year)
            },
            .get("/v1/indicators/{year}/{agency}") { request, context in
                try await sheet(request, context) { sheet, query, freshness in
                    let withLineage = query.flag("lineage")
                    let form = try IndicatorForm.chosen(&query, request)
                    try query.finish()
                    let text = try form.text(of: try await sheet(), withLineage: withLineage)
                    return Rendered(text, form.mediaType, freshness)
                }
            },
            .get("/v1/indicators/{year}/{agency}/bytes") { request, context in
                try await sheet(request, context) { sheet, query, freshness in
                    try query.finish()
                    let text = String(decoding: try await sheet().bytes, as: UTF8.self)
                    return Rendered(text, Representation.json.mediaType, freshness)
                }
            },
            .get("/v1/agencies/{agency}/indicator/{year}") { request, context in
                var asked = try await accountRequest(request, context)
                let question = try IndicatorQuestion(&asked)
                let indicator = try await asked.ranking.indicator(
                    of: question.agency, year: question.year, cutOff: question.cutOff, revision: question.revision)
                return try question.response(indicator, to: asked)
            },
            writing(
                "/v1/agencies/{agency}/indicator/{year}/publish", IndicatorPublication.self
            ) { ranking, write in
                let (agency, year) = (try write.context.text("agency"), try write.context.number("year"))
                let sheet = try await ranking.publishIndicator(of: agency, year: year, cutOff: write.body.cutOff)
                return .created(
                    "/v1/indicators/\(year)/\(agency.pathEscaped)", try IndicatorAnswer.make(sheet, withLineage: false))
            },
        ]
    }

    /// Answers with a published sheet. A sheet named by its number never changes; the newest one is looked up each
    /// time.
    private func sheet(
        _ request: Request, _ context: WebContext,
        _ make:
            @escaping @Sendable (
                () async throws -> PublishedIndicator, inout QueryReader, Rendered.Freshness
            ) async throws -> Rendered
    ) async throws -> Response {
        var query = QueryReader(request)
        let number = query.integer("number", in: 1...Int(Int32.max))
        let (agency, year) = (try context.text("agency"), try context.number("year"))
        let (ranking, read) = (publicRanking, query)
        let answer = { @Sendable (freshness: Rendered.Freshness) in
            var query = read
            return try await make(
                { try await ranking.publishedIndicator(agency, year, number: number) }, &query, freshness)
        }
        guard number != nil else { return try await shared(request) { try await answer(.moving) } }
        return try await kept(request) { _ in try await answer(.published) }
    }
}

private struct IndicatorPublication: WriteBody {
    let cutOff: Day?

    static let form = BodyForm(Self.init, Member.day("cut_off").optional)
}

/// The requested indicator, the state of the facts, and the form of the answer.
struct IndicatorQuestion {
    let agency: String
    let year: Int
    let cutOff: Day?
    /// Facts of later revisions are left out.
    let revision: Int?
    let withLineage: Bool
    let form: IndicatorForm

    init(_ asked: inout AccountRequest) throws {
        cutOff = asked.query.day("cut_off")
        revision = asked.query.integer("revision", in: 0...Int.max)
        withLineage = asked.query.flag("lineage")
        form = try IndicatorForm.chosen(&asked.query, asked.request)
        try asked.query.finish()
        (agency, year) = (try asked.context.text("agency"), try asked.context.number("year"))
    }

    func response(_ indicator: AgencyIndicator, to asked: AccountRequest) throws -> Response {
        asked.respond(try form.text(of: indicator, withLineage: withLineage), form.mediaType)
    }
}
