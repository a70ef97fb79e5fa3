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
    static let referrerPolicy = named("Referrer-Policy")
}
