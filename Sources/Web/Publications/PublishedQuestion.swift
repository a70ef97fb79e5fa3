import Hummingbird
import OfficeRanking
import RankingRules
import Tables

/// A question about published results: the request with its query, and the present publications.
struct PublishedQuestion {
    let context: WebContext
    let listing: PublicationCache.Listing
    var query: QueryReader

    /// The number of the requested publication; nil for the newest of its period.
    mutating func number(_ name: String = "number") -> Int? {
        query.integer(name, in: 1...10_000)
    }

    /// The publication of the period in the path.
    func publication(_ number: Int?) throws -> Publication {
        try publication(of: context.halfYear(), number)
    }

    func publication(of halfYear: HalfYear, _ number: Int?) throws -> Publication {
        let found = listing.publications.first {
            $0.period.halfYear == halfYear && (number.map { [given = $0.number] in $0 == given } ?? $0.isCurrent)
        }
        guard let found else { throw Problem.notPublished(halfYear) }
        return found
    }
}

extension WebService {
    func question(_ request: Request, _ context: WebContext) async throws -> PublishedQuestion {
        PublishedQuestion(context: context, listing: try await board.listing(), query: QueryReader(request))
    }

    /// A route whose answers are cached until the next publication.
    func published(
        _ path: String, _ answer: @escaping @Sendable (inout PublishedQuestion) async throws -> Answer
    ) -> Route {
        .get(path) { request, context in
            try await kept(request) { listing in
                var question = PublishedQuestion(context: context, listing: listing, query: QueryReader(request))
                let representation = try Representation.chosen(&question.query, request)
                return Rendered(try await answer(&question), as: representation, .published, at: request.uri.string)
            }
        }
    }

    /// Caches an answer that changes only with a publication, or never, until the next publication.
    func kept(
        _ request: Request, _ make: @escaping @Sendable (PublicationCache.Listing) async throws -> Rendered
    ) async throws -> Response {
        let listing = try await board.listing()
        let rendered = try await published.answer(Self.key(request), at: listing.revision) { try await make(listing) }
        return rendered.response(to: request)
    }

    /// The key of a question. It does not depend on the order of parameters, nor on how the client asked for the same
    /// form.
    static func key(_ request: Request) -> String {
        let form = Representation.accepted(by: request, of: Representation.allCases)?.rawValue ?? "none"
        let text = request.uri.string
        // A single parameter has no order.
        guard text.utf8.contains(UInt8(ascii: "&")) else { return "\(form) \(text)" }
        let parts = text.split(separator: "?", maxSplits: 1)
        let query = parts.count == 2 ? parts[1].split(separator: "&").sorted().joined(separator: "&") : ""
        return "\(form) \(parts.first ?? "")?\(query)"
    }
}
