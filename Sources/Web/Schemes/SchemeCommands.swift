import Answers
import HTTPTypes
import Hummingbird
import OfficeRanking
import RankingRules

extension WebService {
    /// Checking a scheme's document, reading it in words before it is adopted, and adopting it.
    var schemeCommands: [Route] {
        [
            Route(method: .post, path: "/v1/schemes/check") { request, context in
                var asked = try await accountRequest(request, context)
                let text = try await documentText(request)
                return try await asked.respond { asked in
                    try asked.query.finish()
                    let scheme = try Self.scheme(text)
                    let title = LocalizedText(
                        persian: "شیوه‌نامه بی‌ایراد است.", english: "The scheme has no fault.")
                    return SchemeAnswer.one(scheme, hash: scheme.hash, title)
                }
            },
            Route(method: .post, path: "/v1/schemes/guide") { request, context in
                var asked = try await accountRequest(request, context)
                let language = asked.query.choice("lang", SchemeGuide.Language.self) ?? .persian
                let text = try await documentText(request)
                try asked.query.finish()
                let guide = SchemeGuide(scheme: try Self.scheme(text), language: language)
                return asked.respond(guide.text + "\n", "text/markdown; charset=utf-8")
            },
            Route(method: .post, path: "/v1/schemes") { request, context in
                let asked = try await accountRequest(request, context)
                let key = try RequestKey(ofWrite: request)
                let text = try await documentText(request)
                try asked.query.finish()
                _ = try Self.scheme(text)
                let digest = RequestDigest(of: [
                    Array(request.method.rawValue.utf8), Array(request.uri.string.utf8), Array(text.utf8),
                ])
                return try await asked.ranking.once(key, digest) { ranking in
                    let adopted = try await ranking.adoptScheme(document: text)
                    let title = LocalizedText(persian: "شیوه‌نامه پذیرفته شد.", english: "The scheme is adopted.")
                    let place = "/v1/schemes/\(adopted.scheme.code.pathEscaped)/\(adopted.scheme.version)"
                    return RequestAnswer(
                        .created(place, SchemeAnswer.one(adopted.scheme, hash: adopted.hash, title)))
                }.response
            },
        ]
    }

    /// A body in YAML, as it was written.
    func documentText(_ request: Request) async throws -> String {
        let type = request.headers[.contentType]?.prefix { $0 != ";" && $0 != " " }.lowercased()
        guard type == "application/yaml" else { throw Problem.unsupportedMediaType(["application/yaml"]) }
        let bytes = try await request.body.bytes(atMost: settings.bodyBytes)
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Problem.unreadableDocument }
        return text
    }

    /// Every fault of a document at once, with its line.
    private static func scheme(_ text: String) throws -> Scheme {
        let document = SchemeDocument.read(text)
        if let scheme = document.scheme { return scheme }
        var problem = Problem(
            .unprocessableContent, "invalid_scheme", "شیوه‌نامه پذیرفتنی نیست.", "The scheme has faults.")
        problem.findings = document.faults.map { Problem.Finding($0, of: "scheme") }
        throw problem
    }
}

extension Problem {
    static let unreadableDocument = Problem(
        .badRequest, "unreadable_document", "متن به UTF-8 نیست.", "The text is not UTF-8.")
}

extension Problem.Finding {
    /// - Parameter document: what the document is, since a body has no name.
    init(_ fault: SchemeFault, of document: String) {
        self.init(
            code: fault.code.rawValue, field: fault.path,
            text: LocalizedText(persian: fault.persian, english: fault.english),
            place: Problem.Place(file: document, line: fault.line, value: nil, severity: "error"))
    }
}
