import Postgres

/// A subject of an outside issuer of identities, and the account as which it acts.
public struct ExternalIdentity: Sendable, Hashable {
    public let issuer: String
    public let subject: String
    public let account: String
    /// False: it opens nothing until another person than the one who linked it confirms it.
    public let isConfirmed: Bool
}

extension RankingDatabase {
    /// From now on whoever the issuer calls `subject` acts as the account.
    public func linkIdentity(issuer: String, subject: String, to account: String) async throws {
        try await act { connection in
            try await connection.query("select ranking.link_identity(\(issuer), \(subject), \(account))")
        }
    }

    /// By another person than the one who linked it.
    /// - Returns: whether it was unconfirmed until now.
    @discardableResult
    public func confirmIdentity(issuer: String, subject: String) async throws -> Bool {
        try await act { connection in
            try await connection.query("select ranking.confirm_identity(\(issuer), \(subject))")[0].decode(Bool.self)
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
                select issuer, subject, account, is_confirmed from ranking.external_identity
                order by issuer collate "C", subject collate "C"
                """
            ).map { row in
                ExternalIdentity(
                    issuer: try row["issuer"], subject: try row["subject"], account: try row["account"],
                    isConfirmed: try row["is_confirmed"])
            }
        }
    }
}
