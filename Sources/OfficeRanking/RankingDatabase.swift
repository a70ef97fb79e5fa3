public import Logging
public import Postgres

/// The ranking as it is kept in a database, seen and changed by one account.
///
/// Every call is one transaction that begins by naming the account; what the account may see and do, the database
/// decides.
public struct RankingDatabase: Sendable {
    public let client: PostgresClient
    public let account: String
    let logger: Logger
    /// How long an act waits for a lock of others; nil where it may wait as long as they take.
    let lockTimeout: Duration?
    /// The open transaction that every call joins; nil where each call is a transaction of its own.
    let joined: PostgresConnection?
    /// Shared by all accounts of this database.
    let schemes: SchemeCache
    /// How long a call waits for a connection; nil is as long as the client does.
    private var timeout: Duration?

    /// `operator` is the national account of the command line. Whoever waits holds a connection, so a program with many
    /// callers limits by `lockTimeout` how long an act waits for others.
    public init(
        client: PostgresClient, account: String = "operator", logger: Logger, lockTimeout: Duration? = nil
    ) {
        self.init(
            client: client, account: account, logger: logger, lockTimeout: lockTimeout, joined: nil,
            schemes: SchemeCache())
    }

    private init(
        client: PostgresClient, account: String, logger: Logger, lockTimeout: Duration?, joined: PostgresConnection?,
        schemes: SchemeCache
    ) {
        self.client = client
        self.account = account
        self.logger = logger
        self.lockTimeout = lockTimeout
        self.joined = joined
        self.schemes = schemes
    }

    /// The same database as another account sees it.
    public func acting(as account: String) -> RankingDatabase {
        RankingDatabase(
            client: client, account: account, logger: logger, lockTimeout: lockTimeout, joined: nil, schemes: schemes)
    }

    /// The same for a call that is worth waiting for when all connections are taken.
    func waiting(atMost timeout: Duration) -> RankingDatabase {
        var database = self
        database.timeout = timeout
        return database
    }

    /// The same account inside a transaction that is open and has named it.
    func joining(_ connection: PostgresConnection) -> RankingDatabase {
        RankingDatabase(
            client: client, account: account, logger: logger, lockTimeout: lockTimeout, joined: connection,
            schemes: schemes)
    }

    /// Runs commands, which lock the row they decide on.
    @discardableResult
    func act<T: Sendable>(
        isolation: PostgresIsolation = .readCommitted, retries: Int = 0,
        _ body: (PostgresConnection) async throws -> T
    ) async throws -> T {
        try await translatingErrors {
            if let joined { return try await Self.withSavepoint(joined, body) }
            return try await client.withTransaction(
                isolation: isolation, retries: retries, opening: naming, timeout: timeout, body)
        }
    }

    private var naming: PostgresQuery {
        guard let limit = lockTimeout?.wholeMilliseconds else { return namingOfReaders }
        return "select ranking.act_as(\(account)), set_config('lock_timeout', \(limit), true)"
    }

    private var namingOfReaders: PostgresQuery { "select ranking.act_as(\(account))" }

    /// Runs queries that see one state of the database.
    func read<T: Sendable>(_ body: (PostgresConnection) async throws -> T) async throws -> T {
        try await translatingErrors {
            if let joined { return try await body(joined) }
            return try await client.withTransaction(
                isolation: .repeatableRead, readOnly: true, opening: namingOfReaders, timeout: timeout, body)
        }
    }

    /// Runs a single query, which may not write, in one round trip.
    func ask(_ query: PostgresQuery) async throws -> PostgresRows {
        try await translatingErrors {
            if let joined { return try await joined.query(query) }
            return try await client.withConnection(timeout: timeout) { connection in
                try await connection.ask(
                    query,
                    opening: "select ranking.act_as(\(account)), set_config('transaction_read_only', 'on', true)")
            }
        }
    }

    /// An act that is refused inside a larger transaction leaves nothing of itself there.
    private static func withSavepoint<T: Sendable>(
        _ connection: PostgresConnection, _ body: (PostgresConnection) async throws -> T
    ) async throws -> T {
        try await connection.query("savepoint act")
        do {
            let value = try await body(connection)
            try await connection.query("release savepoint act")
            return value
        } catch {
            // A lost connection rolls everything back by itself; the first error is the one to tell.
            _ = try? await connection.query("rollback to savepoint act")
            throw error
        }
    }
}

extension Duration {
    /// As a setting of the database in milliseconds.
    var wholeMilliseconds: String {
        String(components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000)
    }
}

func translatingErrors<T: Sendable>(_ body: () async throws -> T) async throws -> T {
    do {
        return try await body()
    } catch let error as PostgresError {
        throw RankingError(error)
    }
}
