internal import Logging

/// How much a transaction sees of others (PostgreSQL manual, 13.2).
public enum PostgresIsolation: String, Sendable {
    case readCommitted = "read committed"
    case repeatableRead = "repeatable read"
    case serializable = "serializable"
}

extension PostgresConnection {
    /// Runs `body` in a transaction: committed if it returns, rolled back if it throws.
    ///
    /// Only a serialization failure or a deadlock is tried again, at most `retries` times, by running the whole `body`
    /// again; `body` must therefore have no effects outside the database. An error of BEGIN or of COMMIT names its
    /// statement in `query`; any other error comes from `body`. If ROLLBACK fails too, the earlier error is thrown and
    /// that of ROLLBACK is logged: the pool closes the connection, so nothing of the transaction remains. A transaction
    /// inside a transaction is refused. The `opening` statement is sent together with BEGIN.
    @discardableResult
    public nonisolated(nonsending) func withTransaction<T: Sendable>(
        isolation: PostgresIsolation = .readCommitted, readOnly: Bool = false, retries: Int = 0,
        opening: PostgresQuery? = nil, file: String = #fileID, line: Int = #line,
        _ body: (PostgresConnection) async throws -> T
    ) async throws -> T {
        let location = CallSite(file: file, line: line)
        let begin = beginning(isolation, readOnly: readOnly)
        var attempt = 0
        while true {
            do {
                return try await transact(begin, opening, location, body)
            } catch let error as PostgresError where error.isRetryable && attempt < retries {
                attempt += 1
                logger.debug("transaction is run again", metadata: ["attempt": "\(attempt)", "error": "\(error)"])
                try await Task.sleep(for: retryPause(attempt))
            }
        }
    }

    /// Runs one query in its own transaction after an `opening` statement, both in one round trip. Statements that are
    /// sent together are one transaction, which ends by itself. The server keeps both parsed for the connection. If
    /// their tables or functions were recreated, they are sent again, so they must not change anything.
    public nonisolated(nonsending) func ask(
        _ query: PostgresQuery, opening: PostgresQuery, file: String = #fileID, line: Int = #line
    ) async throws -> PostgresRows {
        // A pooler may have to wait for a server connection, and only BEGIN has a limit for that wait.
        guard configuration.pooler == .none else {
            return try await withTransaction(opening: opening, file: file, line: line) {
                try await $0.query(query, file: file, line: line)
            }
        }
        let location = CallSite(file: file, line: line)
        try requireIdle(location)
        return PostgresRows(try await run([opening, query], named: query.sql, prepared: true, location)[1])
    }

    private nonisolated func beginning(_ isolation: PostgresIsolation, readOnly: Bool) -> String {
        "begin isolation level \(isolation.rawValue)\(readOnly ? " read only" : "")\(configuration.transactionLimits)"
    }

    private nonisolated func requireIdle(_ location: CallSite) throws {
        guard transactionStatus == .idle else {
            let message = "a transaction cannot begin: the connection is \(transactionStatus)"
            throw PostgresError(transactionStatus == .unknown ? .connectionLost : .invalidUse, message).at(location)
        }
    }

    private nonisolated(nonsending) func transact<T: Sendable>(
        _ begin: String, _ opening: PostgresQuery?, _ location: CallSite,
        _ body: (PostgresConnection) async throws -> T
    ) async throws -> T {
        try requireIdle(location)
        let value: T
        do {
            try await open(begin, opening, location)
            value = try await body(self)
            try Task.checkCancellation()
        } catch {
            await rollBack(location)
            throw error
        }
        try await commit(location)
        return value
    }

    private func open(_ begin: String, _ opening: PostgresQuery?, _ location: CallSite) async throws {
        if let opening, configuration.pooler == .none {
            _ = try await run([PostgresQuery(unsafeSQL: begin), opening], named: begin, location)
            return
        }
        try await run(begin, location, cancellable: true)
        if let opening { try await query(opening, file: location.file, line: location.line) }
    }

    func rollBack(_ location: CallSite) async {
        guard exchange.isOpen, !isCopying, transactionStatus != .idle else { return }
        do {
            try await run("rollback", location)
        } catch {
            logger.warning("rolling back failed", metadata: ["error": "\(error)"])
        }
    }

    private func commit(_ location: CallSite) async throws {
        let tag: String
        do {
            tag = try await run("commit", location, cancellable: true).commandTag
        } catch {
            // The task was cancelled before COMMIT was sent, so the transaction is still open.
            await rollBack(location)
            guard var error = error as? PostgresError, error.code == .connectionLost else { throw error }
            error.code = .commitUnknown
            throw error
        }
        guard tag == "COMMIT" else {
            throw PostgresError(.transactionRolledBack, "COMMIT was answered by \(tag)").at(location, query: "commit")
        }
    }
}

/// 5 to 20 ms, doubled with each attempt up to 64 times, at random so that two rivals do not collide again.
private func retryPause(_ attempt: Int) -> Duration {
    .microseconds(Int.random(in: 5_000...20_000) << min(attempt - 1, 6))
}
