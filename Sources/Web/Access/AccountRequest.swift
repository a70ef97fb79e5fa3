import Answers
import HTTPTypes
import Hummingbird
import OfficeRanking
import RankingRules
import Tables

/// A request of an authenticated account. The database decides what that account may see and do.
struct AccountRequest {
    let request: Request
    let context: WebContext
    let identity: Identity
    /// The database as the account sees it.
    let ranking: RankingDatabase
    let settings: WebSettings
    var query: QueryReader

    /// The day in Tehran.
    func today() throws -> Day {
        guard let day = settings.today() else { throw Problem.internalFault }
        return day
    }

    /// The day that the query names; today if none is named.
    mutating func day() throws -> Day {
        try query.day("day") ?? today()
    }

    /// Answers in the requested form. No shared cache may keep an account's answer.
    mutating func respond(_ answer: (inout AccountRequest) async throws -> Answer) async throws -> Response {
        let representation = try Representation.chosen(&query, request)
        let answer = try await answer(&self)
        return Rendered(answer, as: representation, .personal, at: request.uri.string).response(to: request)
    }

    /// Answers with a text of one form, which no shared cache may keep either.
    func respond(_ text: String, _ mediaType: String, next: String? = nil) -> Response {
        Rendered(text, mediaType, .personal, next: next, at: request.uri.string).response(to: request)
    }
}

extension WebService {
    /// A reading route for accounts.
    func reading(
        _ path: String, _ answer: @escaping @Sendable (inout AccountRequest) async throws -> Answer
    ) -> Route {
        .get(path) { request, context in
            var asked = try await accountRequest(request, context)
            return try await asked.respond(answer)
        }
    }

    func accountRequest(_ request: Request, _ context: WebContext) async throws -> AccountRequest {
        guard let proof = context.proof else { throw Problem.credentialsMissing }
        let identity = try await limits.proving(proof, of: context.client, context.admission, account: \.account) {
            try await credentials.identity(behind: proof)
        }
        return AccountRequest(
            request: request, context: context, identity: identity,
            ranking: database.acting(as: identity.account), settings: settings, query: QueryReader(request))
    }
}
