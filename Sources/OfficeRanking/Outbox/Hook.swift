public import Foundation
import RankingRules

/// Takes messages to the operator. A message that was taken may be delivered again; `id` tells messages apart.
public protocol Hook: Sendable {
    /// Throws `HookError` if the message is not taken. It must return or throw within 45 seconds, because another
    /// daemon may deliver the message a minute after it was lent.
    func deliver(_ message: OutboxMessage) async throws
}

/// The reason why a hook did not take a message. `reason` is stored with the message and must not hold a secret.
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
    /// The half-year of the message.
    public let subject: String
    /// The content as JSON.
    public let payload: String
    /// The number of attempts, including this one.
    public let attempts: Int

    public init(id: Int, madeAt: Date, kind: String, subject: String, payload: String, attempts: Int) {
        (self.id, self.madeAt, self.kind, self.subject) = (id, madeAt, kind, subject)
        (self.payload, self.attempts) = (payload, attempts)
    }

    /// The JSON that a hook gets, the same at every attempt: `{"id", "made_at", "kind", "subject", "payload"}`.
    public var body: String {
        JSONValue.object([
            ("id", .integer(Int64(id))), ("made_at", .string(madeAt.formatted(.iso8601))), ("kind", .string(kind)),
            ("subject", .string(subject)), ("payload", .written(payload)),
        ]).line + "\n"
    }
}
