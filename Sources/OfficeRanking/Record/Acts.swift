public import Foundation
import Postgres

/// One act of the append-only record.
public struct Act: Sendable, Hashable {
    public let id: Int
    public let kind: String
    public let actor: String
    public let recordedAt: Date
    public let subject: String
    public let reason: String?
    /// JSON.
    public let detail: String
    /// SHA-256 over the one before and this act, in hexadecimal.
    public let hash: String
}

extension RankingDatabase {
    /// The newest acts, newest first.
    public func acts(limit: Int = 50, before id: Int? = nil) async throws -> [Act] {
        try await read { connection in
            try await connection.query(
                """
                select id, kind, actor, recorded_at, subject, reason, detail::text, hash
                from ranking.acts_before(\(id ?? Int(Int32.max)), \(limit))
                """
            ).map { row in
                let cells = try row.decode((Int, String, String, Date, String, String?, String, String).self)
                return Act(
                    id: cells.0, kind: cells.1, actor: cells.2, recordedAt: cells.3, subject: cells.4,
                    reason: cells.5, detail: cells.6, hash: cells.7)
            }
        }
    }
}
