public import Foundation
import Postgres

/// A new invitation with its secret, which is shown only once.
public struct IssuedInvitation: Sendable {
    public let number: Int
    /// The account whose password the secret sets.
    public let account: String
    public let expiresAt: Date
    public let secret: TokenSecret
}

extension RankingDatabase {
    /// Invites a person to set the password of an account. An unknown name becomes the account of the office; a known one
    /// is invited again: its earlier invitation, its password and its sessions are over at once.
    /// - Parameters:
    ///   - person: the person of a new account; of a known account it need not be named.
    ///   - office: code of the office; a known account of the same person gets it besides its others.
    public func inviteAccount(
        _ account: String, person: String? = nil, office: String? = nil
    ) async throws -> IssuedInvitation {
        try await inviting { digest in
            "select * from ranking.invite_account(\(account), \(person), \(office), \(digest))"
        }
    }

    /// Invites the person of an office's new holder. Sessions of accounts that have the office no more end; those that
    /// have no other office can log in no more.
    public func handOverAccount(
        of office: String, to account: String, person: String
    ) async throws -> IssuedInvitation {
        try await inviting { digest in
            "select * from ranking.hand_over_account(\(office), \(account), \(person), \(digest))"
        }
    }

    private func inviting(_ query: ([UInt8]) -> PostgresQuery) async throws -> IssuedInvitation {
        let bits = TokenSecret.randomBits()
        return try await act { connection in
            let row = try await connection.query(query(TokenSecret.digest(of: bits)))[0]
            let number: Int = try row["invitation"]
            return IssuedInvitation(
                number: number, account: try row["invited"], expiresAt: try row["expires_at"],
                secret: TokenSecret(number: number, bits: bits, prefix: TokenSecret.invitationPrefix))
        }
    }

    /// - Returns: true if an invitation of the account was open.
    @discardableResult
    public func withdrawInvitation(of account: String, reason: String? = nil) async throws -> Bool {
        try await act { connection in
            try await connection.query("select ranking.withdraw_invitation(\(account), \(reason))")[0]
                .decode(Bool.self)
        }
    }

    /// Ends the wait of an account after failed log-ins.
    /// - Returns: true if there had been any.
    @discardableResult
    public func unlockLogin(of account: String, reason: String? = nil) async throws -> Bool {
        try await act { connection in
            try await connection.query("select ranking.unlock_login(\(account), \(reason))")[0].decode(Bool.self)
        }
    }

    /// Changes the account's own password and ends its other sessions. Throws `loginRefused` as a log-in does, and counts
    /// as one.
    /// - Parameter session: the session that goes on.
    public func changePassword(
        from old: String, to new: String, keeping session: Int? = nil, work: PasswordWork = .shared
    ) async throws {
        let password = PasswordText(new)
        try password.requireStrength(for: account)
        let (tried, stored) = try await work.withPlace {
            (
                try await client.tryPassword(PasswordText(old), of: account, work),
                try await StoredPassword(password, work)
            )
        }
        let cost = stored.numbers.cost
        let isChanged = try await act { connection in
            try await connection.query(
                """
                select ranking.change_password(\(tried.key), \(session), \(stored.numbers.salt), \(cost.rounds),
                    \(cost.blockSize), \(cost.parallelism), \(stored.digest))
                """)[0].decode(Bool.self)
        }
        guard isChanged else { throw RankingError.loginRefused }
    }

    /// Ends one of the account's own sessions. Throws `noSuchToken` for a token that is no session.
    public func closeSession(_ number: Int) async throws {
        try await act { connection in
            try await connection.query("select ranking.close_session(\(number))")
        }
    }
}
