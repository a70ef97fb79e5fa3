public import Foundation
import Postgres

/// A token as the register of tokens shows it: everything but the secret, which nobody has kept.
public struct AccessToken: Sendable, Hashable {
    public let number: Int
    public let account: String
    /// What it is for.
    public let label: String
    public let madeAt: Date
    public let expiresAt: Date
    public let revokedAt: Date?
    /// False: it opens nothing until another person than the one who gave it confirms it.
    public let isConfirmed: Bool

    public func isInForce(at instant: Date) -> Bool {
        isConfirmed && instant < expiresAt && revokedAt.map { instant < $0 } ?? true
    }
}

/// A token at the only moment at which its secret is known.
public struct IssuedToken: Sendable {
    public let number: Int
    public let account: String
    public let expiresAt: Date
    public let secret: TokenSecret
    /// False: it opens nothing until another person confirms it.
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

    /// The first token of the headquarters, for this account; nil when an account of theirs has had one.
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

    /// A new token in the place of another of the same account and label.
    /// - Parameter oldUntil: from then on the old one opens nothing; at once unless given.
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

    /// By another person than the one who gave it.
    /// - Returns: whether it was unconfirmed until now.
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

    /// The newest first; also those that are over. All that the account may see unless one is named.
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
