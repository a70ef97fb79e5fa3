import HTTPTypes

extension HTTPField.Name {
    private static func named(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("\(text) is no field name") }
        return name
    }

    static let requestID = named("X-Request-Id")
    /// W3C Trace Context.
    static let traceParent = named("traceparent")
    /// draft-ietf-httpapi-idempotency-key-header.
    static let idempotencyKey = named("Idempotency-Key")
    static let idempotencyReplayed = named("Idempotency-Replayed")
    /// What proxies send about the client; not standardised.
    static let xForwardedFor = named("X-Forwarded-For")
    static let xForwardedProto = named("X-Forwarded-Proto")
    static let host = named("Host")
    /// RFC 8288.
    static let link = named("Link")
    static let referrerPolicy = named("Referrer-Policy")
}
