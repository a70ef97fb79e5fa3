import Crypto
public import Foundation
public import Postgres

/// The account behind a request, proved by a token or by an outside issuer of identities.
public struct Identity: Sendable, Hashable {
    public let account: String
    public let role: String
    /// Code of the agency, for the account of an agency.
    public let agency: String?
    /// Number of the token; nil for an outside identity.
    public let token: Int?
}

/// Finds the account behind a token or an outside identity, before any act.
public struct Authenticator: Sendable {
    private let client: PostgresClient

    public init(client: PostgresClient) {
        self.client = client
    }

    /// Throws `tokenUnknown`, `tokenRevoked`, `tokenExpired`, `accountDisabled` or `proofNotConfirmed`. A client
    /// without the whole secret only gets `tokenUnknown`.
    public func authenticate(token text: String, now: Date = Date()) async throws -> Identity {
        guard let shown = ShownToken(text) else { throw RankingError.tokenUnknown }
        let holder = try await holder(of: shown.number)
        // An unknown token is compared too, so that both answers take the same time.
        let known = holder?.digest ?? Array(repeating: 0, count: TokenSecret.bitsLength)
        guard isEqual(known, shown.digest), let holder else { throw RankingError.tokenUnknown }
        if let revokedAt = holder.revokedAt, revokedAt <= now { throw RankingError.tokenRevoked }
        if holder.expiresAt <= now { throw RankingError.tokenExpired }
        guard holder.isActive else { throw RankingError.accountDisabled }
        guard holder.isConfirmed else { throw RankingError.proofNotConfirmed }
        return Identity(account: holder.account, role: holder.role, agency: holder.agency, token: shown.number)
    }

    /// The account to which a subject of an outside issuer is linked. The caller must have verified the issuer's
    /// signature. Throws `identityUnknown`, `accountDisabled` or `proofNotConfirmed`.
    public func authenticate(issuer: String, subject: String) async throws -> Identity {
        let rows = try await translatingErrors {
            try await client.withConnection { connection in
                try await connection.query(
                    """
                    select account, role, agency, is_active, is_confirmed
                    from ranking.identity_holder(\(issuer), \(subject))
                    """)
            }
        }
        guard let row = rows.first else { throw RankingError.identityUnknown }
        guard try row["is_active"] else { throw RankingError.accountDisabled }
        guard try row["is_confirmed"] else { throw RankingError.proofNotConfirmed }
        return Identity(account: try row["account"], role: try row["role"], agency: try row["agency"], token: nil)
    }

    private struct Holder {
        let digest: [UInt8]
        let expiresAt: Date
        let revokedAt: Date?
        let account: String
        let role: String
        let agency: String?
        let isActive: Bool
        let isConfirmed: Bool
    }

    private func holder(of token: Int) async throws -> Holder? {
        let rows = try await translatingErrors {
            try await client.withConnection { connection in
                try await connection.query(
                    """
                    select digest, expires_at, revoked_at, account, role, agency, is_active, is_confirmed
                    from ranking.token_holder(\(token))
                    """)
            }
        }
        return try rows.first.map { row in
            Holder(
                digest: try row["digest"], expiresAt: try row["expires_at"], revokedAt: try row["revoked_at"],
                account: try row["account"], role: try row["role"], agency: try row["agency"],
                isActive: try row["is_active"], isConfirmed: try row["is_confirmed"])
        }
    }

    /// Compares in constant time, so that the time does not tell how many bytes agree.
    private func isEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
