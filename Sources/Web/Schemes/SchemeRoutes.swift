import Answers
import Hummingbird
import OfficeRanking
import RankingRules

extension WebService {
    /// The rules in force and earlier ones: what they are, in words, and the file they were adopted from. A version stays
    /// as it was adopted.
    var schemeRoutes: [Route] {
        [
            answered("/v1/schemes") { question in
                try question.query.finish()
                return SchemeAnswer.list(try await publicRanking.schemes())
            },
            published("/v1/schemes/{code}/{version}") { question in
                try question.query.finish()
                let adopted = try await scheme(question.context).adopted
                return SchemeAnswer.one(adopted.scheme, hash: adopted.hash, adopted.scheme.title)
            },
            .get("/v1/schemes/{code}/{version}/guide", guide),
            .get("/v1/schemes/{code}/{version}/document") { request, context in
                try await kept(request) { _ in
                    try QueryReader(request).finish()
                    return Rendered(try await scheme(context).document, "application/yaml", .published)
                }
            },
        ]
    }

    @Sendable
    private func guide(_ request: Request, _ context: WebContext) async throws -> Response {
        try await kept(request) { _ in
            var query = QueryReader(request)
            let language = query.choice("lang", SchemeGuide.Language.self) ?? .persian
            try query.finish()
            let scheme = try await scheme(context).adopted.scheme
            let text = SchemeGuide(scheme: scheme, language: language).text + "\n"
            return Rendered(text, "text/markdown; charset=utf-8", .published)
        }
    }

    private func scheme(_ context: WebContext) async throws -> (adopted: AdoptedScheme, document: String) {
        try await publicRanking.adoptedScheme(context.text("code"), version: context.number("version"))
    }
}
