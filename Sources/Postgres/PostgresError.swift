/// An error between this program and PostgreSQL.
///
/// `description` is neutral and may be logged anywhere; `debugDescription` holds everything that the server said.
public struct PostgresError: Error, Sendable {
    public enum Code: String, Sendable {
        /// No connection could be made.
        case connectionFailed
        /// The connection broke; the running statement was not committed.
        case connectionLost
        /// The connection broke during COMMIT. Only the database knows whether it was committed.
        case commitUnknown
        /// `maximumWaiters` callers are already waiting for a connection.
        case poolExhausted
        /// No connection became free within `leaseTimeout`.
        case leaseTimeout
        /// The client has been closed.
        case clientClosed
        /// The server refused the statement; see `sqlState`.
        case serverError
        /// The server cancelled the statement for a reason of its own (statement_timeout, an administrator).
        case cancelled
        /// COMMIT was answered by ROLLBACK: an earlier error of the transaction was swallowed.
        case transactionRolledBack
        /// A value or statement cannot be sent, for example because of a NUL in a string.
        case encodingFailed
        /// A value does not have the requested type.
        case decodingFailed
        /// The call does not fit the connection's state (a transaction in a transaction, a query inside COPY).
        case invalidUse
    }

    public internal(set) var code: Code
    public internal(set) var message: String
    /// Five characters (PostgreSQL manual, appendix A); nil when the error did not come from the server.
    public internal(set) var sqlState: String?
    public internal(set) var severity: String?
    public internal(set) var detail: String?
    public internal(set) var hint: String?
    /// The chain of calls inside the server, innermost first.
    public internal(set) var context: String?
    public internal(set) var schema: String?
    public internal(set) var table: String?
    public internal(set) var column: String?
    public internal(set) var constraint: String?
    /// 1-based, in characters of the statement.
    public internal(set) var position: Int?
    /// The statement, without its bound values.
    public internal(set) var query: String?
    /// The location of the call in the program.
    public internal(set) var file: String?
    public internal(set) var line: Int?

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// True for a serialization failure or a deadlock: the same transaction may succeed if it is run again.
    public var isRetryable: Bool {
        code == .serverError && (sqlState == "40001" || sqlState == "40P01")
    }

    /// Adds the location of the call if none is known yet.
    func at(_ location: CallSite, query: String? = nil) -> PostgresError {
        var copy = self
        copy.file = file ?? location.file
        copy.line = line ?? location.line
        copy.query = self.query ?? query
        return copy
    }
}

extension PostgresError: CustomStringConvertible, CustomDebugStringConvertible {
    public var description: String {
        sqlState.map { "PostgresError(\(code.rawValue), SQLSTATE \($0))" } ?? "PostgresError(\(code.rawValue))"
    }

    public var debugDescription: String {
        let facts: [(String, String?)] = [
            ("sqlState", sqlState), ("severity", severity), ("message", message), ("detail", detail), ("hint", hint),
            ("context", context), ("schema", schema), ("table", table), ("column", column),
            ("constraint", constraint), ("position", position.map(String.init)), ("query", query), ("file", file),
            ("line", line.map(String.init)),
        ]
        let known = facts.compactMap { name, value in value.map { "\(name): \($0)" } }
        return "PostgresError(\(code.rawValue), \(known.joined(separator: ", ")))"
    }
}

/// The file and line of the calling code.
struct CallSite: Sendable {
    let file: String
    let line: Int
}
