import HTTPTypes
import Hummingbird

/// Headers that every answer carries; the API has no pages, so nothing of it may be framed, guessed or run.
enum SecurityHeaders {
    static func add(to response: inout Response, isSecure: Bool) {
        response.headers.append(contentsOf: isSecure ? secure : always)
    }

    private static let always: HTTPFields = [
        .xContentTypeOptions: "nosniff", .contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'",
        .referrerPolicy: "no-referrer",
    ]
    private static let secure: HTTPFields =
        always + [.strictTransportSecurity: "max-age=31536000; includeSubDomains"]
}
