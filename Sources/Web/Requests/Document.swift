import HTTPTypes
import Hummingbird
import OfficeRanking

extension WebService {
    /// A route that adopts rules written in YAML, as one act.
    /// - Parameters:
    ///   - read: reads the document, and throws every fault of it at once, before anything is changed.
    ///   - adopt: stores the document.
    func adopting<Rules: Sendable>(
        _ path: String, _ read: @escaping @Sendable (String) throws -> Rules,
        _ adopt: @escaping @Sendable (RankingDatabase, String, Rules) async throws -> Written
    ) -> Route {
        Route(method: .post, path: path) { request, context in
            let asked = try await accountRequest(request, context)
            let key = try RequestKey(ofWrite: request)
            let text = try await documentText(request)
            try asked.query.finish()
            let rules = try read(text)
            let digest = RequestDigest(of: request, body: Array(text.utf8))
            return try await asked.ranking.once(key, digest) { ranking in
                RequestAnswer(try await adopt(ranking, text, rules))
            }.response
        }
    }

    /// The text of a YAML body, unchanged.
    func documentText(_ request: Request) async throws -> String {
        guard request.mediaType == "application/yaml" else {
            throw Problem.unsupportedMediaType(["application/yaml"])
        }
        let bytes = try await request.body.bytes(atMost: settings.bodyBytes)
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Problem.unreadableDocument }
        return text
    }
}

extension Problem {
    static let unreadableDocument = Problem(
        .badRequest, "unreadable_document", "متن به UTF-8 نیست؛ با UTF-8 ذخیره کنید و دوباره بفرستید.",
        "The text is not UTF-8. Save it as UTF-8 and send it again.")
}
