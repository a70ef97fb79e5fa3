/// How to reach the database, and how much of it to use.
public struct PostgresConfiguration: Sendable {
    /// What stands between this program and the server.
    public enum Pooler: Sendable {
        case none
        /// A pooler that gives each transaction another server connection. It refuses start-up options, so the login
        /// is the role that acts, formats come by `alter role … set`, and each transaction sets its own limits.
        case transaction
    }

    /// A libpq URI or `key=value` text.
    public var connectionString: String
    /// The way past the pooler, for what belongs to a session: LISTEN and migrations.
    public var directConnectionString: String?
    public var applicationName = "pishkhan"
    public var pooler = Pooler.none
    /// The role that acts (SET ROLE at connect; behind a pooler the login must be it); nil is the login's own.
    public var role: String?
    public var statementTimeout: Duration?
    public var idleInTransactionTimeout: Duration? = .seconds(300)
    /// libpq's own connect_timeout is not read by its non-blocking connect, so the limit is kept here.
    public var connectTimeout: Duration = .seconds(10)
    /// How long after `statementTimeout`, or after a cancellation, an answer is still waited for.
    public var answerGrace: Duration = .seconds(10)

    /// Connections that `run()` keeps open even when idle.
    public var minimumConnections = 0
    public var maximumConnections = 8
    /// Callers that may wait for a connection; one more is refused at once.
    public var maximumWaiters = 64
    /// How long a caller waits for a connection of this program, and a transaction for one of the pooler.
    public var leaseTimeout: Duration = .seconds(5)
    public var connectionIdleTimeout: Duration = .seconds(60)
    /// Statements slower than this are logged at warning; nil logs none.
    public var slowQueryThreshold: Duration? = .milliseconds(500)

    public init(connectionString: String) {
        self.connectionString = connectionString
    }

    public init(connectionString: String, maximumConnections: Int) {
        self.connectionString = connectionString
        self.maximumConnections = maximumConnections
    }
}

extension PostgresConfiguration {
    /// How soon the system takes a host for gone that acknowledges nothing, in seconds and milliseconds (libpq manual,
    /// 34.1.2); a connection string may say otherwise. Without them it may take hours.
    static let hostWatch = [
        ("keepalives_idle", "15"), ("keepalives_interval", "5"), ("keepalives_count", "3"),
        ("tcp_user_timeout", "20000"),
    ]

    /// After this, and the grace, a connection that has not answered is broken off; nil waits for ever.
    var answerLimit: Duration? {
        statementTimeout.map { pooler == .transaction ? $0 + leaseTimeout : $0 }
    }

    /// The settings every connection of this program starts with, as `options` of the start-up packet.
    var startupOptions: String? {
        guard pooler == .none else { return nil }
        var settings = [("datestyle", "ISO"), ("timezone", "UTC"), ("bytea_output", "hex")]
        if let statementTimeout {
            settings.append(("statement_timeout", "\(statementTimeout.wholeMilliseconds)"))
        }
        if let idleInTransactionTimeout {
            settings.append(("idle_in_transaction_session_timeout", "\(idleInTransactionTimeout.wholeMilliseconds)"))
        }
        if let role {
            settings.append(("role", role))
        }
        return settings.map { name, value in "-c \(name)=\(escapedOption(value))" }.joined(separator: " ")
    }
}

extension PostgresConfiguration {
    /// The same without the pooler; refused where no way past it is known.
    func direct() throws -> PostgresConfiguration {
        guard pooler != .none else { return self }
        guard let directConnectionString else {
            throw PostgresError(.invalidUse, "behind a transaction pooler this needs a direct connection string")
        }
        var configuration = self
        configuration.connectionString = directConnectionString
        configuration.pooler = .none
        return configuration
    }

    /// Sets the limits of one transaction where they could not be set at connect; as a rule nothing.
    var transactionLimits: String {
        guard pooler == .transaction else { return "" }
        let limits = [
            ("statement_timeout", statementTimeout), ("idle_in_transaction_session_timeout", idleInTransactionTimeout),
        ]
        return limits.map { name, limit in
            limit.map { "; set local \(name) = \($0.wholeMilliseconds)" } ?? ""
        }.joined()
    }
}

/// Spaces and backslashes separate and escape options inside the start-up packet.
private func escapedOption(_ value: String) -> String {
    value.replacing("\\", with: "\\\\").replacing(" ", with: "\\ ")
}

extension Duration {
    var wholeMilliseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1_000 + attoseconds / 1_000_000_000_000_000
    }
}
