public import Foundation
import Postgres

/// A token as the list of tokens shows it. The secret is not stored, so it is not shown.
public struct AccessToken: Sendable, Hashable {
    public let number: Int
    public let account: String
    /// The purpose of the token.
    public let label: String
    public let madeAt: Date
    public let expiresAt: Date
    public let revokedAt: Date?
    /// False until another person than the one who issued the token confirms it. Until then it opens nothing.
    public let isConfirmed: Bool

    public func isInForce(at instant: Date) -> Bool {
        isConfirmed && instant < expiresAt && revokedAt.map { instant < $0 } ?? true
    }
}

/// A new token with its secret, which is shown only once.
public struct IssuedToken: Sendable {
    public let number: Int
    public let account: String
    public let expiresAt: Date
    public let secret: TokenSecret
    /// False if another person must confirm the token before it opens anything.
    public let isConfirmed: Bool
}

extension RankingDatabase {
    public func issueToken(for account: String, label: String, expiresAt: Date) async throws -> IssuedToken {
        let bits = TokenSecret.randomBits()
        return try await act { connection in
            let number = try await connection.query(
                "select ranking.issue_token(\(account), \(label), \(TokenSecret.digest(of: bits)), \(expiresAt))")[0]
                .decode(Int.self)
            return try await connection.issuedToken(number, bits)
        }
    }

    /// Issues the first token of the headquarters, for this account. Returns nil if a headquarters account has had a
    /// token.
    public func issueFirstToken(label: String, expiresAt: Date) async throws -> IssuedToken? {
        let bits = TokenSecret.randomBits()
        return try await act { connection in
            let number = try await connection.query(
                "select ranking.issue_first_token(\(label), \(TokenSecret.digest(of: bits)), \(expiresAt))")[0]
                .decode(Int?.self)
            guard let number else { return nil }
            return try await connection.issuedToken(number, bits)
        }
    }

    /// Issues a new token that replaces another of the same account and label.
    /// - Parameter oldUntil: when the old token ends; at once if not given.
    public func rotateToken(_ number: Int, expiresAt: Date, oldUntil: Date? = nil) async throws -> IssuedToken {
        let bits = TokenSecret.randomBits()
        return try await act { connection in
            let digest = TokenSecret.digest(of: bits)
            let new = try await connection.query(
                "select ranking.rotate_token(\(number), \(digest), \(expiresAt), \(oldUntil)::timestamptz)")[0]
                .decode(Int.self)
            return try await connection.issuedToken(new, bits)
        }
    }

    /// Confirms a token. Another person than the one who issued it must do this.
    /// - Returns: true if the token was unconfirmed before.
    @discardableResult
    public func confirmToken(_ number: Int) async throws -> Bool {
        try await act { connection in
            try await connection.query("select ranking.confirm_token(\(number))")[0].decode(Bool.self)
        }
    }

    public func revokeToken(_ number: Int, reason: String? = nil) async throws {
        try await act { connection in
            try await connection.query("select ranking.revoke_token(\(number), \(reason))")
        }
    }

    /// Tokens that the account may see, newest first, ended ones too; of one account if it is named.
    public func tokens(of account: String? = nil) async throws -> [AccessToken] {
        try await read { connection in
            try await connection.query(
                """
                select id, account, label, made_at, expires_at, revoked_at, is_confirmed from ranking.access_token
                where account = coalesce(\(account), account) order by id desc
                """
            ).map { row in
                AccessToken(
                    number: try row["id"], account: try row["account"], label: try row["label"],
                    madeAt: try row["made_at"], expiresAt: try row["expires_at"], revokedAt: try row["revoked_at"],
                    isConfirmed: try row["is_confirmed"])
            }
        }
    }
}

extension PostgresConnection {
    fileprivate func issuedToken(_ number: Int, _ bits: [UInt8]) async throws -> IssuedToken {
        let row = try await query(
            "select account, expires_at, is_confirmed from ranking.access_token where id = \(number)")[0]
        return IssuedToken(
            number: number, account: try row["account"], expiresAt: try row["expires_at"],
            secret: TokenSecret(number: number, bits: bits), isConfirmed: try row["is_confirmed"])
    }
}
