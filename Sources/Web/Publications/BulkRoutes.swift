import Answers
import Hummingbird
import OfficeRanking
import RankingRules
import Tables

extension WebService {
    /// Streams whole publications, and the changes between two of them.
    var bulkRoutes: [Route] {
        [
            bulk("/v1/publications/{period}/bulk.csv", .csv),
            bulk("/v1/publications/{period}/bulk.json", .json),
            .streamed("/v1/publications/{period}/changes", changes),
        ]
    }

    private func bulk(_ path: String, _ representation: Representation) -> Route {
        .streamed(path) { request, context in
            var question = try await question(request, context)
            let number = question.number()
            try question.query.finish()
            let publication = try question.publication(number)
            let tag = Self.tag("bulk.\(representation)", [publication])
            if let known = Self.known(request, tag) { return known }
            let table = PublishedTable(publication, try await publicRanking.criteria(of: publication))
            return try await StreamedResponse.make(
                table.offices, LineRows(lines: publicRanking.lines(of: publication), table: table),
                as: representation, named: "offices-\(publication.period.halfYear)", entityTag: tag,
                to: request, logger: context.log)
        }
    }

    /// Without `since`, every office is an addition.
    @Sendable
    private func changes(_ request: Request, _ context: WebContext) async throws -> Response {
        var question = try await question(request, context)
        let representation = try Representation.chosen(&question.query, request)
        let since = question.query.value("since", expecting: "دوره‌ای مانند 1400-H1", "a half-year such as 1400-H1") {
            HalfYear($0)
        }
        let (number, sinceNumber) = (question.number(), question.number("since_number"))
        try question.query.finish()
        let publication = try question.publication(number)
        let earlier = try since.map { try question.publication(of: $0, sinceNumber) }
        let tag = Self.tag("changes.\(representation)", [publication, earlier])
        if let known = Self.known(request, tag) { return known }
        let table = PublishedTable(publication, try await publicRanking.criteria(of: publication))
        let changes = try await publicRanking.changes(from: earlier, to: publication)
        return try await StreamedResponse.make(
            table.changes(since: earlier), ChangeRows(changes: changes, table: table), as: representation,
            named: "changes-\(publication.period.halfYear)", entityTag: tag, to: request, logger: context.log)
    }

    /// The bytes are not known before they are sent. They depend only on the publications, on the names of places,
    /// which do not change, and on the form; the number is raised when the form or such a name changes.
    private static func tag(_ form: String, _ publications: [Publication?]) -> String {
        let names = publications.map { $0.map(PublicationCache.name) ?? "nothing" }
        return EntityTags.tag(of: Array("3 \(form) \(names.joined(separator: " "))".utf8))
    }

    private static func known(_ request: Request, _ tag: String) -> Response? {
        guard EntityTags(ifNoneMatch: request).contain(tag) else { return nil }
        return Response(
            status: .notModified,
            headers: [.eTag: tag, .cacheControl: Rendered.Freshness.published.rawValue, .vary: "Accept"])
    }
}

private struct LineRows: RowSource {
    var lines: PublishedLines
    let table: PublishedTable

    mutating func next() async throws -> [Cell]? {
        try await lines.next().map(table.row)
    }
}

private struct ChangeRows: RowSource {
    var changes: PublicationChanges
    let table: PublishedTable

    mutating func next() async throws -> [Cell]? {
        try await changes.next().map(table.row)
    }
}
