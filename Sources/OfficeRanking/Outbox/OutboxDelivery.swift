import Foundation
import Logging
public import Postgres

/// Delivers the messages of the outbox to the hook: each at least once, even if a program dies, and by one daemon at a
/// time.
public struct OutboxDelivery: Sendable {
    private let database: RankingDatabase
    private let hook: any Hook

    /// Acts as the account of `database`, which must be national.
    public init(_ database: RankingDatabase, to hook: any Hook) {
        (self.database, self.hook) = (database, hook)
    }

    /// Delivers the waiting messages and returns how many the hook took. Each message is lent when its turn comes,
    /// because the one before may have taken long.
    @discardableResult
    public func deliver() async throws -> Int {
        var taken = 0
        while let message = try await lend() {
            do {
                try await hook.deliver(message)
                taken += 1
                try await settle(message, error: nil)
            } catch let error as HookError {
                database.logger.warning(
                    "the hook did not take a message",
                    metadata: ["message": "\(message.id)", "reason": "\(error.reason)"])
                try await settle(message, error: error.reason)
            }
        }
        return taken
    }

    /// Delivers until the task is cancelled; the parameters are those of `PeriodClock.run`.
    public func run(
        listener: PostgresClient? = nil, longestPause: Duration = .seconds(30)
    ) async {
        let loop = WakingLoop(
            channel: "pishkhan_outbox", listener: listener, longestPause: longestPause, logger: database.logger)
        await loop.run {
            try await deliver()
            return nil
        }
    }

    private func lend() async throws -> OutboxMessage? {
        try await database.act { connection in
            try await connection.query(
                "select id, made_at, kind, subject, payload, attempts from ranking.lend_message()"
            ).first.map { row in
                OutboxMessage(
                    id: try row["id"], madeAt: try row["made_at"], kind: try row["kind"],
                    subject: try row["subject"], payload: try row["payload"], attempts: try row["attempts"])
            }
        }
    }

    private func settle(_ message: OutboxMessage, error: String?) async throws {
        try await database.act { try await $0.query("select ranking.settle_message(\(message.id), \(error))") }
    }
}
