import Answers
import Hummingbird
import OfficeRanking
import RankingRules

extension WebService {
    /// The present and earlier rules: as data, in words, and as the file from which they were adopted.
    var schemeRoutes: [Route] {
        [
            answered("/v1/schemes") { question in
                try question.query.finish()
                return SchemeAnswer.list(try await publicRanking.schemes())
            },
            version("/v1/schemes/{code}/{version}") { question in
                let representation = try Representation.chosen(&question.query, question.request)
                try question.query.finish()
                let adopted = try await question.found().adopted
                let answer = SchemeAnswer.one(adopted.scheme, hash: adopted.hash, adopted.scheme.title)
                return Rendered(answer, as: representation, question.freshness)
            },
            version("/v1/schemes/{code}/{version}/guide") { question in
                let language = question.query.choice("lang", SchemeGuide.Language.self) ?? .persian
                try question.query.finish()
                let guide = SchemeGuide(scheme: try await question.found().adopted.scheme, language: language)
                return Rendered(guide.text + "\n", "text/markdown; charset=utf-8", question.freshness)
            },
            version("/v1/schemes/{code}/{version}/document") { question in
                try question.query.finish()
                return Rendered(try await question.found().document, "application/yaml", question.freshness)
            },
        ]
    }

    /// Answers with a version of a scheme. A version named by its number never changes and may be cached; the newest is
    /// looked up each time, because an adoption changes it.
    private func version(
        _ path: String, _ answer: @escaping @Sendable (inout SchemeQuestion) async throws -> Rendered
    ) -> Route {
        .get(path) { request, context in
            let isNewest = try context.text("version") == "newest"
            let (code, version) = (try context.text("code"), isNewest ? nil : try context.number("version"))
            let make = { @Sendable in
                var question = SchemeQuestion(
                    request: request, query: QueryReader(request), ranking: publicRanking, code: code, version: version)
                return try await answer(&question)
            }
            if isNewest { return try await shared(request, make) }
            return try await kept(request) { _ in try await make() }
        }
    }
}

/// A question about one version of a scheme.
private struct SchemeQuestion {
    let request: Request
    var query: QueryReader
    let ranking: RankingDatabase
    let code: String
    /// Nil means the newest version.
    let version: Int?

    var freshness: Rendered.Freshness { version == nil ? .moving : .published }

    func found() async throws -> (adopted: AdoptedScheme, document: String) {
        try await ranking.adoptedScheme(code, version: version)
    }
}
