import Answers
import HTTPTypes
import Hummingbird
import OfficeRanking
import RankingRules

extension WebService {
    /// Checks a scheme's document, shows it in words before it is adopted, and proposes it.
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
            adopting("/v1/schemes", Self.scheme) { ranking, text, _ in
                let proposal = try await ranking.proposeScheme(document: text)
                let scheme = proposal.adopted.scheme
                return .created(
                    "/v1/schemes/\(scheme.code.pathEscaped)/\(scheme.version)", SchemeAdoptionAnswer.make(proposal))
            },
        ]
    }

    /// Returns every fault of a document at once, with its line.
    @Sendable
    private static func scheme(_ text: String) throws -> Scheme {
        let document = SchemeDocument.read(text)
        if let scheme = document.scheme { return scheme }
        var problem = Problem(
            .unprocessableContent, "invalid_scheme", "شیوه‌نامه ایراد دارد؛ ایرادهای نوشته‌شده را درست کنید.",
            "The scheme has faults. Correct the listed ones.")
        problem.findings = document.faults.map { Problem.Finding($0, of: "scheme") }
        problem.findingsLeftOut = document.faultsLeftOut
        throw problem
    }
}

extension Problem.Finding {
    /// - Parameter document: a word for the document, because a body has no name.
    init(_ fault: SchemeFault, of document: String) {
        self.init(
            code: fault.code.rawValue, field: fault.path,
            text: LocalizedText(persian: fault.persian, english: fault.english),
            location: Problem.Location(file: document, line: fault.line, value: nil, severity: "error"))
    }
}
