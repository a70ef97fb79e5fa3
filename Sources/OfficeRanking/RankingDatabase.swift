public import Logging
public import Postgres

/// The ranking in a database, read and changed as one account.
///
/// Every call is one transaction that first names the account. The database decides what the account may see and do.
public struct RankingDatabase: Sendable {
    public let client: PostgresClient
    public let account: String
    let logger: Logger
    /// How long an act waits for a lock; nil means without limit.
    let lockTimeout: Duration?
    /// The open transaction that every call joins; nil if each call is a transaction of its own.
    let joined: PostgresConnection?
    /// Shared by all accounts of this database.
    let schemes: SchemeCache
    /// How long a call waits for a connection; nil means the client's timeout.
    private var timeout: Duration?

    /// `operator` is the national account of the command line. A waiting act holds a connection, so a program with many
    /// callers sets `lockTimeout` to limit how long it waits.
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

    /// The same database, seen as another account.
    public func acting(as account: String) -> RankingDatabase {
        RankingDatabase(
            client: client, account: account, logger: logger, lockTimeout: lockTimeout, joined: nil, schemes: schemes)
    }

    /// The same database with another timeout for a connection.
    func waiting(atMost timeout: Duration) -> RankingDatabase {
        var database = self
        database.timeout = timeout
        return database
    }

    /// The same account inside an open transaction that has named it.
    func joining(_ connection: PostgresConnection) -> RankingDatabase {
        RankingDatabase(
            client: client, account: account, logger: logger, lockTimeout: lockTimeout, joined: connection,
            schemes: schemes)
    }

    /// Runs commands, which lock the rows that they decide on.
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

    /// Runs queries that read one state of the database.
    func read<T: Sendable>(_ body: (PostgresConnection) async throws -> T) async throws -> T {
        try await translatingErrors {
            if let joined { return try await body(joined) }
            return try await client.withTransaction(
                isolation: .repeatableRead, readOnly: true, opening: namingOfReaders, timeout: timeout, body)
        }
    }

    /// Runs one query in one round trip; it may not write.
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

    /// Runs an act inside a larger transaction. If it is refused, its changes are rolled back.
    private static func withSavepoint<T: Sendable>(
        _ connection: PostgresConnection, _ body: (PostgresConnection) async throws -> T
    ) async throws -> T {
        try await connection.query("savepoint act")
        do {
            let value = try await body(connection)
            try await connection.query("release savepoint act")
            return value
        } catch {
            // A lost connection rolls everything back by itself. The first error is thrown.
            _ = try? await connection.query("rollback to savepoint act")
            throw error
        }
    }
}

extension Duration {
    /// The duration as a database setting, in milliseconds.
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
