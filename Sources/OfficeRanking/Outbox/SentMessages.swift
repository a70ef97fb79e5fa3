public import Foundation
import Postgres

/// Messages that no hook has taken.
public struct WaitingMessages: Sendable, Hashable {
    public let count: Int
    /// Nil where none waits.
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

    /// Removes messages that a hook took more than ninety days before `now`; one that waits stays.
    @discardableResult
    public func forgetMessages(now: Date) async throws -> Int {
        let limit = now.addingTimeInterval(-90 * 86_400)
        return try await act { connection in
            try await connection.query("select ranking.forget_messages(\(limit))")[0].decode(Int.self)
        }
    }
}
