import HTTPTypes
import Hummingbird

/// Headers of every answer. The API has no pages, so no answer may be framed, sniffed or run.
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
