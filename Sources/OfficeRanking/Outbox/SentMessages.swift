public import Foundation
import Postgres

/// The messages that wait for a hook.
public struct WaitingMessages: Sendable, Hashable {
    public let count: Int
    /// Nil if no message waits.
    public let oldestMadeAt: Date?
}

extension RankingDatabase {
    public func waitingMessages() async throws -> WaitingMessages {
        try await read { connection in
            let rows = try await connection.query(
                "select count(*), min(made_at) from ranking.outbox where sent_at is null")
            let (count, oldestMadeAt) = try rows[0].decode((Int, Date?).self)
            return WaitingMessages(count: count, oldestMadeAt: oldestMadeAt)
        }
    }

    /// Removes messages that a hook took more than ninety days ago; waiting messages stay.
    @discardableResult
    public func forgetMessages() async throws -> Int {
        try await act { try await $0.query("select ranking.forget_messages()")[0].decode(Int.self) }
    }
}
