import Postgres

/// A subject of an outside issuer of identities, and the account as which it acts.
public struct ExternalIdentity: Sendable, Hashable {
    public let issuer: String
    public let subject: String
    public let account: String
}

extension RankingDatabase {
    /// From now on whoever the issuer calls `subject` acts as the account.
    public func linkIdentity(issuer: String, subject: String, to account: String) async throws {
        try await act { connection in
            try await connection.query("select ranking.link_identity(\(issuer), \(subject), \(account))")
        }
    }

    public func unlinkIdentity(issuer: String, subject: String, reason: String? = nil) async throws {
        try await act { connection in
            try await connection.query("select ranking.unlink_identity(\(issuer), \(subject), \(reason))")
        }
    }

    /// Those in force that the account may see.
    public func externalIdentities() async throws -> [ExternalIdentity] {
        try await read { connection in
            try await connection.query(
                """
                select issuer, subject, account from ranking.external_identity
                order by issuer collate "C", subject collate "C"
                """
            ).map { row in
                let cells = try row.decode((String, String, String).self)
                return ExternalIdentity(issuer: cells.0, subject: cells.1, account: cells.2)
            }
        }
    }
}
