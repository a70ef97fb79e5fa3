/// The address of the database, and the limits of its use.
public struct PostgresConfiguration: Sendable {
    /// The pooler between this program and the server.
    public enum Pooler: Sendable {
        case none
        /// A pooler that may give each transaction another server connection. It refuses start-up options. So the login
        /// must be the role that acts, formats are set by `alter role … set`, and each transaction sets its own limits.
        case transaction
    }

    /// A libpq URI or `key=value` text.
    public var connectionString: String
    /// The direct address, without the pooler, for what needs a session: LISTEN and migrations.
    public var directConnectionString: String?
    public var applicationName = "pishkhan"
    public var pooler = Pooler.none
    /// The role that acts (SET ROLE at connect; behind a pooler the login must be this role); nil means the login's
    /// own.
    public var role: String?
    public var statementTimeout: Duration?
    public var idleInTransactionTimeout: Duration? = .seconds(300)
    /// libpq's non-blocking connect ignores its connect_timeout, so the limit is enforced here.
    public var connectTimeout: Duration = .seconds(10)
    /// How long the client waits for an answer after `statementTimeout` or after a cancellation.
    public var answerGrace: Duration = .seconds(10)

    /// The number of connections that `run()` keeps open, even idle ones.
    public var minimumConnections = 0
    public var maximumConnections = 8
    /// The number of callers that may wait for a connection; the next one is refused at once.
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
    /// How soon the system gives up a host that acknowledges nothing, in seconds and milliseconds (libpq manual,
    /// 34.1.2); a connection string may change them. Without these settings it may take hours.
    static let hostWatch = [
        ("keepalives_idle", "15"), ("keepalives_interval", "5"), ("keepalives_count", "3"),
        ("tcp_user_timeout", "20000"),
    ]

    /// How long a connection may take to answer before it is broken off, including the grace; nil means without limit.
    var answerLimit: Duration? {
        statementTimeout.map { pooler == .transaction ? $0 + leaseTimeout : $0 }
    }

    /// The settings with which every connection of this program starts, as `options` of the start-up packet.
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
    /// The same configuration without the pooler; throws if no direct address is set.
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

    /// Sets the limits of one transaction if they could not be set at connect; usually empty.
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
