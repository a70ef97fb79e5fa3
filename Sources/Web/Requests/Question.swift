import Hummingbird
import RankingRules
import Tables

/// A request whose query is being read.
struct Question {
    let context: WebContext
    var query: QueryReader
}

extension WebService {
    /// A route that queries the database each time, but only once for many callers of the same question.
    func answered(
        _ path: String, _ answer: @escaping @Sendable (inout Question) async throws -> Answer
    ) -> Route {
        .get(path) { request, context in
            try await shared(request) {
                var question = Question(context: context, query: QueryReader(request))
                let representation = try Representation.chosen(&question.query, request)
                return Rendered(try await answer(&question), as: representation, .moving, at: request.uri.string)
            }
        }
    }

    /// One answer for all who ask the same question at once. It must not depend on the account.
    func shared(_ request: Request, _ make: @escaping @Sendable () async throws -> Rendered) async throws -> Response {
        try await sharedQuestions.answer(Self.key(request), make: make).response(to: request)
    }

    /// The requested day; today in Tehran if none is given.
    func day(_ query: inout QueryReader) throws -> Day {
        guard let day = query.day("day") ?? settings.today() else { throw Problem.internalFault }
        return day
    }
}
