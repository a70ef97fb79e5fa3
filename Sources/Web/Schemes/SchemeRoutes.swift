import Answers
import Hummingbird
import OfficeRanking
import RankingRules

extension WebService {
    /// The rules in force and earlier ones: what they are, in words, and the file they were adopted from.
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

    /// What is told of a version of a scheme. One that is named by its number stays as it was adopted, and is kept;
    /// which is the newest is looked up each time, since an adoption changes it.
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
    /// Nil is the newest one.
    let version: Int?

    var freshness: Rendered.Freshness { version == nil ? .moving : .published }

    func found() async throws -> (adopted: AdoptedScheme, document: String) {
        try await ranking.adoptedScheme(code, version: version)
    }
}
