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

    public func isInForce(at instant: Date) -> Bool {
        instant < expiresAt && revokedAt.map { instant < $0 } ?? true
    }
}

/// A token at the only moment at which its secret is known.
public struct IssuedToken: Sendable {
    public let number: Int
    public let account: String
    public let expiresAt: Date
    public let secret: TokenSecret
}

extension RankingDatabase {
    public func issueToken(for account: String, label: String, expiresAt: Date) async throws -> IssuedToken {
        let bits = TokenSecret.randomBits()
        let number = try await act { connection in
            try await connection.query(
                "select ranking.issue_token(\(account), \(label), \(TokenSecret.digest(of: bits)), \(expiresAt))")[0]
                .decode(Int.self)
        }
        return IssuedToken(
            number: number, account: account, expiresAt: expiresAt, secret: TokenSecret(number: number, bits: bits))
    }

    /// The first token of the headquarters, for this account; nil when an account of theirs has had one.
    public func issueFirstToken(label: String, expiresAt: Date) async throws -> IssuedToken? {
        let bits = TokenSecret.randomBits()
        let number = try await act { connection in
            try await connection.query(
                "select ranking.issue_first_token(\(label), \(TokenSecret.digest(of: bits)), \(expiresAt))")[0]
                .decode(Int?.self)
        }
        return number.map {
            IssuedToken(number: $0, account: account, expiresAt: expiresAt, secret: TokenSecret(number: $0, bits: bits))
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
            let account = try await connection.query("select account from ranking.access_token where id = \(new)")[0]
                .decode(String.self)
            return IssuedToken(
                number: new, account: account, expiresAt: expiresAt, secret: TokenSecret(number: new, bits: bits))
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
                select id, account, label, made_at, expires_at, revoked_at from ranking.access_token
                where account = coalesce(\(account), account) order by id desc
                """
            ).map { row in
                let cells = try row.decode((Int, String, String, Date, Date, Date?).self)
                return AccessToken(
                    number: cells.0, account: cells.1, label: cells.2, madeAt: cells.3, expiresAt: cells.4,
                    revokedAt: cells.5)
            }
        }
    }
}
