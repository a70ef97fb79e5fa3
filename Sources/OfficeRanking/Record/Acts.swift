public import Foundation
import Postgres

/// One act of the append-only record.
public struct Act: Sendable, Hashable {
    public let id: Int
    public let kind: String
    public let actor: String
    /// The person and the role of the account at that time. The person is nil in the record of an office.
    public let person: String?
    public let role: String
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
                select id, kind, actor, person, role, recorded_at, subject, reason, detail::text, hash
                from ranking.acts_before(\(id ?? Int(Int32.max)), \(limit))
                """
            ).map { try Act(row: $0) }
        }
    }

    /// The newest acts about an office, newest first, without persons: those that name it, and the imports that brought
    /// facts of it. For the office itself, and for accounts that read the whole record.
    public func acts(about office: String, limit: Int = 50, before id: Int? = nil) async throws -> [Act] {
        try await read { connection in
            try await connection.query(
                """
                select id, kind, actor, null::text as person, role, recorded_at, subject, reason, detail::text, hash
                from ranking.acts_about(\(office), \(id ?? Int(Int32.max)), \(limit))
                """
            ).map { try Act(row: $0) }
        }
    }
}

extension Act {
    fileprivate init(row: PostgresRow) throws {
        self.init(
            id: try row["id"], kind: try row["kind"], actor: try row["actor"], person: try row["person"],
            role: try row["role"], recordedAt: try row["recorded_at"], subject: try row["subject"],
            reason: try row["reason"], detail: try row["detail"], hash: try row["hash"])
    }
}
