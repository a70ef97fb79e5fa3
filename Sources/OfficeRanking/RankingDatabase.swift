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

    /// `operator` is the national account of the command line.
    public init(client: PostgresClient, account: String = "operator", logger: Logger) {
        self.client = client
        self.account = account
        self.logger = logger
    }

    /// Runs commands, which lock the row they decide on.
    @discardableResult
    func act<T: Sendable>(
        isolation: PostgresIsolation = .readCommitted, retries: Int = 0,
        _ body: (PostgresConnection) async throws -> T
    ) async throws -> T {
        try await translatingErrors {
            try await client.withTransaction(isolation: isolation, retries: retries) { connection in
                try await connection.query("select ranking.act_as(\(account))")
                return try await body(connection)
            }
        }
    }

    /// Runs queries that see one state of the database.
    func read<T: Sendable>(_ body: (PostgresConnection) async throws -> T) async throws -> T {
        try await translatingErrors {
            try await client.withTransaction(isolation: .repeatableRead, readOnly: true) { connection in
                try await connection.query("select ranking.act_as(\(account))")
                return try await body(connection)
            }
        }
    }
}

func translatingErrors<T: Sendable>(_ body: () async throws -> T) async throws -> T {
    do {
        return try await body()
    } catch let error as PostgresError {
        throw RankingError(error)
    }
}
