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
    /// The details as JSON.
    public let detail: String
    /// SHA-256 of this act and the hash before it, in hexadecimal.
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
                Act(
                    id: try row["id"], kind: try row["kind"], actor: try row["actor"],
                    recordedAt: try row["recorded_at"], subject: try row["subject"], reason: try row["reason"],
                    detail: try row["detail"], hash: try row["hash"])
            }
        }
    }
}
