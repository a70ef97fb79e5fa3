public import Foundation
import RankingRules

/// Takes messages to the operator. It may be called again with a message that it has taken, so `id` tells them apart.
public protocol Hook: Sendable {
    /// Throws `HookError` when the message is not taken. Returns or throws within 45 seconds: a minute after it was lent
    /// a message may be delivered by another daemon.
    func deliver(_ message: OutboxMessage) async throws
}

/// Why a hook did not take a message; `reason` is kept beside it and holds no secret.
public struct HookError: Error, Sendable, Hashable {
    public let reason: String

    public init(_ reason: String) {
        self.reason = reason
    }
}

/// One message of the outbox, lent for one attempt.
public struct OutboxMessage: Sendable, Hashable {
    public let id: Int
    public let madeAt: Date
    /// `step_taken`, `step_failed` or `closing_soon`.
    public let kind: String
    /// The half-year that it is about.
    public let subject: String
    /// JSON.
    public let payload: String
    /// With this one.
    public let attempts: Int

    public init(id: Int, madeAt: Date, kind: String, subject: String, payload: String, attempts: Int) {
        (self.id, self.madeAt, self.kind, self.subject) = (id, madeAt, kind, subject)
        (self.payload, self.attempts) = (payload, attempts)
    }

    /// What a hook gets, the same at every attempt: `{"id", "made_at", "kind", "subject", "payload"}`.
    public var body: String {
        JSONValue.object([
            ("id", .integer(Int64(id))), ("made_at", .string(madeAt.formatted(.iso8601))), ("kind", .string(kind)),
            ("subject", .string(subject)), ("payload", .written(payload)),
        ]).line + "\n"
    }
}
