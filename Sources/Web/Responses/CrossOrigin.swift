import HTTPTypes
import Hummingbird

/// Lets pages of the listed origins read answers (Fetch standard, CORS); without a list, sends no header.
struct CrossOrigin {
    private let origins: [String]

    init(_ settings: WebSettings) {
        origins = settings.allowedOrigins
    }

    /// The answer to a preflight of a listed origin; nil for every other request.
    func preflight(_ request: Request) -> Response? {
        guard request.method == .options, request.headers[.accessControlRequestMethod] != nil,
            isAllowed(request.headers[.origin])
        else { return nil }
        var headers = HTTPFields()
        headers[.accessControlAllowMethods] = "GET, HEAD, POST, PUT, PATCH, DELETE"
        headers[.accessControlAllowHeaders] =
            "Accept, Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, X-Request-Id"
        headers[.accessControlMaxAge] = "600"
        return Response(status: .noContent, headers: headers)
    }

    func allow(_ request: Request, _ response: inout Response) {
        guard !origins.isEmpty else { return }
        response.headers[values: .vary].append("Origin")
        guard let origin = request.headers[.origin], isAllowed(origin) else { return }
        response.headers[.accessControlAllowOrigin] = origins.contains("*") ? "*" : origin
        response.headers[.accessControlExposeHeaders] =
            "ETag, Idempotency-Replayed, Link, Location, Retry-After, X-Request-Id"
    }

    private func isAllowed(_ origin: String?) -> Bool {
        origin.map { origins.contains("*") || origins.contains($0) } ?? false
    }
}
