import Postgres

/// A subject of an outside issuer of identities, and the account it acts as.
public struct ExternalIdentity: Sendable, Hashable {
    public let issuer: String
    public let subject: String
    public let account: String
    /// False until another person than the one who linked the identity confirms it. Until then it opens nothing.
    public let isConfirmed: Bool
}

extension RankingDatabase {
    /// Links a subject of an outside issuer to an account. From now on the subject acts as the account.
    public func linkIdentity(issuer: String, subject: String, to account: String) async throws {
        try await act { connection in
            try await connection.query("select ranking.link_identity(\(issuer), \(subject), \(account))")
        }
    }

    /// Confirms a linked identity. Another person than the one who linked it must do this.
    /// - Returns: true if the identity was unconfirmed before.
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

    /// The identities in force that the account may see.
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
