public import Logging
public import ServiceLifecycle

/// The program's access to the database: a bounded pool of connections.
///
/// Leases connect on demand, so a short program needs no `run()`. A server runs it to keep `minimumConnections` open,
/// to close idle connections, and to close all of them at graceful shutdown.
public final class PostgresClient: Service, Sendable {
    public let configuration: PostgresConfiguration
    let logger: Logger
    let pool: ConnectionPool

    public init(configuration: PostgresConfiguration, logger: Logger) {
        self.configuration = configuration
        self.logger = logger
        pool = ConnectionPool(
            limits: PoolState.Limits(
                minimum: configuration.minimumConnections,
                maximum: max(1, configuration.maximumConnections),
                waiters: configuration.maximumWaiters))
    }

    /// Maintains the pool until graceful shutdown or cancellation, then closes it.
    public func run() async throws {
        await cancelWhenGracefulShutdown { await self.tend() }
        await close()
    }

    /// Refuses new work, and returns when all running work has returned its connections.
    public func close() async {
        await pool.close()
    }

    /// Runs one statement on a connection of the pool.
    @discardableResult
    public nonisolated(nonsending) func query(
        _ query: PostgresQuery, file: String = #fileID, line: Int = #line
    ) async throws -> PostgresRows {
        try await withConnection(file: file, line: line) { try await $0.query(query, file: file, line: line) }
    }

    /// Lends a connection. It is returned when `body` ends: an open transaction is rolled back, a broken connection is
    /// closed and replaced. Session settings that `body` makes stay with the connection. With `timeout` the caller
    /// waits that long for a connection instead of `leaseTimeout`, even if more than `maximumWaiters` wait already.
    @discardableResult
    public nonisolated(nonsending) func withConnection<T: Sendable>(
        timeout: Duration? = nil, file: String = #fileID, line: Int = #line,
        _ body: (PostgresConnection) async throws -> T
    ) async throws -> T {
        let (id, connection) = try await lease(CallSite(file: file, line: line), timeout)
        do {
            let value = try await body(connection)
            await restore(id, connection)
            return value
        } catch {
            await restore(id, connection)
            throw error
        }
    }

    /// Runs `body` in a transaction; see `PostgresConnection.withTransaction`.
    @discardableResult
    public nonisolated(nonsending) func withTransaction<T: Sendable>(
        isolation: PostgresIsolation = .readCommitted, readOnly: Bool = false, retries: Int = 0,
        opening: PostgresQuery? = nil, timeout: Duration? = nil, file: String = #fileID, line: Int = #line,
        _ body: (PostgresConnection) async throws -> T
    ) async throws -> T {
        try await withConnection(timeout: timeout, file: file, line: line) { connection in
            try await connection.withTransaction(
                isolation: isolation, readOnly: readOnly, retries: retries, opening: opening, file: file, line: line,
                body)
        }
    }

    private nonisolated(nonsending) func lease(
        _ location: CallSite, _ timeout: Duration?
    ) async throws -> (PoolState.ConnectionID, PostgresConnection) {
        do {
            let grant = try await grant(timeout)
            if case .reuse(let id) = grant, let connection = pool.connection(id) {
                if connection.isQuiet { return (id, connection) }
                // Bytes arrived while the connection was idle, usually because the server closed it.
                await connection.close()
            }
            return (grant.id, try await connect(as: grant.id))
        } catch let error as PostgresError {
            throw error.at(location)
        }
    }

    private nonisolated(nonsending) func grant(_ timeout: Duration?) async throws -> PoolState.Grant {
        guard let timeout else { return try await pool.grant(within: configuration.leaseTimeout) }
        let deadline = ContinuousClock.now + timeout
        while true {
            do {
                return try await pool.grant(within: deadline - .now)
            } catch let error as PostgresError where error.code == .poolExhausted && .now < deadline {
                try await Task.sleep(for: .milliseconds(100))
            }
        }
    }

    private nonisolated(nonsending) func connect(as id: PoolState.ConnectionID) async throws -> PostgresConnection {
        do {
            let connection = try await PostgresConnection.connect(configuration, logger: logger)
            pool.store(connection, as: id)
            return connection
        } catch {
            await pool.release(id, .broken)
            throw error
        }
    }

    private nonisolated(nonsending) func restore(_ id: PoolState.ConnectionID, _ connection: PostgresConnection) async {
        switch connection.transactionStatus {
        case .idle: break
        case .inTransaction, .inError:
            logger.warning("a connection came back in a transaction; it is rolled back")
            await connection.rollBack(CallSite(file: #fileID, line: #line))
        case .active, .unknown: break
        }
        await pool.release(id, connection.transactionStatus == .idle ? .reusable : .broken)
    }

    private func tend() async {
        var failures = 0
        while !Task.isCancelled {
            failures = await fillUp() ? 0 : failures + 1
            await pool.reap(idleSince: .now - configuration.connectionIdleTimeout)
            let pause = failures > 0 ? reconnectPause(failures) : configuration.connectionIdleTimeout / 2
            try? await Task.sleep(for: pause)
        }
    }

    /// Opens connections up to the minimum; false if the server refuses.
    private func fillUp() async -> Bool {
        var isComplete = true
        for id in pool.fillUp() {
            do {
                _ = try await connect(as: id)
                await pool.release(id, .reusable)
            } catch {
                isComplete = false
                logger.warning("no connection to the database", metadata: ["error": "\(error)"])
            }
        }
        return isComplete
    }
}

/// 50 ms, doubled with each failure up to about 6 s, varied by half so that clients do not reconnect all at once.
func reconnectPause(_ failures: Int) -> Duration {
    let longest = 50_000 << min(failures - 1, 7)
    return .microseconds(Int.random(in: longest / 2...longest))
}
