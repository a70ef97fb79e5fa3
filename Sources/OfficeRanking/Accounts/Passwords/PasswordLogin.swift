public import Postgres

/// Log-in by password, for those who are no account yet.
public struct PasswordLogin: Sendable {
    private let client: PostgresClient
    private let work: PasswordWork

    public init(client: PostgresClient, work: PasswordWork = .shared) {
        (self.client, self.work) = (client, work)
    }

    /// Opens a session of twelve hours. Throws `loginRefused` for an unknown account, a wrong password and an account that
    /// waits, in the same time; only whoever knows the password learns `accountDisabled` or `proofNotConfirmed`.
    public func openSession(account: String, password: String) async throws -> IssuedToken {
        try await work.withPlace { try await open(storable(account), PasswordText(password)) }
    }

    private func open(_ account: String, _ password: PasswordText) async throws -> IssuedToken {
        let tried = try await client.tryPassword(password, of: account, work)
        let bits = TokenSecret.randomBits()
        let digest = TokenSecret.digest(of: bits)
        let rows = try await asked("select * from ranking.open_session(\(account), \(tried.key), \(digest))")
        guard let row = rows.first else { throw RankingError.loginRefused }
        guard try row["is_active"] else { throw RankingError.accountDisabled }
        guard try row["is_confirmed"] else { throw RankingError.proofNotConfirmed }
        if tried.numbers.cost != work.cost { try? await renew(password, of: account, from: tried.key) }
        let number: Int = try row["session"]
        return IssuedToken(
            number: number, account: account, expiresAt: try row["expires_at"],
            secret: TokenSecret(number: number, bits: bits), isConfirmed: true)
    }

    /// Makes the key anew with today's cost. If that fails, the old one still opens the account.
    private func renew(_ password: PasswordText, of account: String, from key: [UInt8]) async throws {
        let new = try await StoredPassword(password, work)
        let cost = new.numbers.cost
        _ = try await asked(
            """
            select ranking.renew_password(\(account), \(key), \(new.numbers.salt), \(cost.rounds), \(cost.blockSize),
                \(cost.parallelism), \(new.digest))
            """)
    }

    /// Sets the password of an invited account with the invitation's secret.
    /// - Returns: the name of the account.
    public func acceptInvitation(_ secret: String, password: String) async throws -> String {
        guard let shown = ShownToken(secret, prefix: TokenSecret.invitationPrefix) else {
            throw RankingError.invitationUnknown
        }
        let invited = try await asked(
            "select account, is_active from ranking.invited_account(\(shown.number), \(shown.digest))")[0]
        guard try invited["is_active"] else { throw RankingError.accountDisabled }
        let password = PasswordText(password)
        try password.requireStrength(for: invited["account"])
        let new = try await work.withPlace { try await StoredPassword(password, work) }
        let cost = new.numbers.cost
        return try await asked(
            """
            select ranking.accept_invitation(\(shown.number), \(shown.digest), \(new.numbers.salt), \(cost.rounds),
                \(cost.blockSize), \(cost.parallelism), \(new.digest))
            """)[0].decode(String.self)
    }

    private func asked(_ query: PostgresQuery) async throws -> PostgresRows {
        try await translatingErrors { try await client.withConnection { try await $0.query(query) } }
    }

    /// No account has a name with a NUL, which the database does not take.
    private func storable(_ name: String) -> String { name.utf8.contains(0) ? "" : name }
}

/// A new password as the database stores it.
struct StoredPassword: Sendable {
    let numbers: PasswordNumbers
    /// SHA-256 of the key, so that what is stored opens nothing.
    let digest: [UInt8]

    init(_ password: PasswordText, _ work: PasswordWork) async throws {
        numbers = .fresh(work.cost)
        digest = TokenSecret.digest(of: try await work.key(of: password, numbers))
    }
}

/// A password that was tried: its key, which the database compares.
struct TriedPassword: Sendable {
    let key: [UInt8]
    let numbers: PasswordNumbers
}

extension PostgresClient {
    /// Counts the attempt and makes the key. Without a password to compare, or while the account waits, the key is made
    /// with a salt of nobody's, so that it takes as long and is wrong.
    func tryPassword(
        _ password: PasswordText, of account: String, _ work: PasswordWork
    ) async throws -> TriedPassword {
        let row = try await translatingErrors {
            try await withConnection { try await $0.query("select * from ranking.begin_login(\(account))")[0] }
        }
        let salt: [UInt8]? = try row["salt"]
        var numbers = PasswordNumbers.fresh(work.cost)
        if let salt {
            let cost = PasswordCost(
                rounds: try row["rounds"], blockSize: try row["block_size"], parallelism: try row["parallelism"])
            let mayTry: Bool = try row["may_try"]
            numbers = mayTry ? PasswordNumbers(salt: salt, cost: cost) : .fresh(cost)
        }
        return TriedPassword(key: try await work.key(of: password, numbers), numbers: numbers)
    }
}
