import HTTPTypes
import Hummingbird

/// Headers that every answer carries; the API has no pages, so nothing of it may be framed, guessed or run.
enum SecurityHeaders {
    static func add(to response: inout Response, isSecure: Bool) {
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'"
        response.headers[.referrerPolicy] = "no-referrer"
        if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
    }
}
