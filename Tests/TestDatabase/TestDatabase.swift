public import Foundation
public import Logging
import Migrations
public import Postgres

/// A database of its own for a suite, made from a template that is migrated once for each state of the SQL.
///
/// Needs `PISHKHAN_TEST_DATABASE_URL`, a superuser's address on a local socket (`scripts/test` sets it).
public struct TestDatabase: Sendable {
    public let name: String
    private let administrator: String

    /// A database on another server, which its test makes and removes.
    public init(name: String, onServer administrator: String) {
        (self.name, self.administrator) = (name, administrator)
    }

    /// The address of this database for a role of the program, or for the superuser.
    public func address(as role: String? = nil) -> String {
        Self.replacing(database: name, user: role, in: administrator)
    }

    public func configuration(as role: String = "pishkhan_app", connections: Int = 4) -> PostgresConfiguration {
        var configuration = Self.patient(address(as: role))
        configuration.maximumConnections = connections
        return configuration
    }

    /// A busy machine is no fault of the server.
    public static func patient(_ address: String) -> PostgresConfiguration {
        var configuration = PostgresConfiguration(connectionString: address)
        configuration.connectTimeout = .seconds(120)
        return configuration
    }

    /// Goes through the pooler of this test, if it has one.
    /// A script of an administrator.
    public func execute(_ script: String) async throws {
        let connection = try await PostgresConnection.connect(
            TestDatabase.patient(address()), logger: TestDatabase.logger)
        try await connection.execute(script: script)
        await connection.close()
    }

    /// Lets the clock of this database stand at an instant, for whoever asks what time it is or when his act began; nil
    /// lets it go again.
    public func setClock(_ instant: Date?) async throws {
        let words = ["current_instant": "clock_timestamp()", "begun_at": "transaction_timestamp()"]
        let standing = instant.map { "to_timestamp(\($0.timeIntervalSince1970))" }
        let functions = words.map { name, running in
            """
            create or replace function registry.\(name)() returns timestamptz language sql stable
            begin atomic select \(standing ?? running); end;
            """
        }
        // One at a time: a function that two replace at once is an error.
        try await execute("select pg_advisory_xact_lock(1);\n" + functions.joined(separator: "\n"))
    }

    public func client(as role: String = "pishkhan_app", connections: Int = 4) -> PostgresClient {
        let direct = configuration(as: role, connections: connections)
        let configuration = PrivatePooler.current?.configuration(name, as: role, direct) ?? direct
        return PostgresClient(configuration: configuration, logger: Self.logger)
    }

    public static let logger: Logger = {
        var logger = Logger(label: "test")
        logger.logLevel = .error
        return logger
    }()

    /// Makes a migrated database, hands it over, and drops it.
    public static func with<T: Sendable>(_ body: (TestDatabase) async throws -> T) async throws -> T {
        try await with(migrated: true, body)
    }

    /// Makes an empty database for tests of the migrator itself.
    public static func withEmpty<T: Sendable>(_ body: (TestDatabase) async throws -> T) async throws -> T {
        try await with(migrated: false, body)
    }

    private static func with<T: Sendable>(
        migrated: Bool, _ body: (TestDatabase) async throws -> T
    ) async throws -> T {
        let server = try serverAddress()
        await places.enter()
        defer { places.leave() }
        let template = migrated ? try await templates.name(on: server) : "template1"
        let name = "test_\(UUID().uuidString.replacing("-", with: "").lowercased())"
        try await administer(server, "create database \(name) template \(template)")
        do {
            // What set-up says of the database itself is not copied with a template.
            if migrated { try await administer(server, Self.rights(on: name)) }
            let value = try await body(TestDatabase(name: name, onServer: server))
            try await administer(server, "drop database \(name) with (force)")
            return value
        } catch {
            try? await administer(server, "drop database \(name) with (force)")
            throw error
        }
    }

    private static func rights(on name: String) -> String {
        """
        revoke all on database \(name) from public;
        grant connect on database \(name) to pishkhan_app, pishkhan_migrator;
        grant create, temporary on database \(name) to pishkhan_owner
        """
    }

    /// Makes a migrated database on another server than the tests' own, which goes with its server.
    public static func make(_ name: String, on server: PrivateServer, options: String = "") async throws -> TestDatabase
    {
        try await administer(server.address(), "create database \(name) \(options)")
        try await TemplateDatabase.migrate(name, server.address(), DatabaseScripts.shipped())
        return TestDatabase(name: name, onServer: server.address())
    }

    /// The server that tests may use; any other host than a local socket is refused.
    public static func serverAddress() throws -> String {
        guard let address = ProcessInfo.processInfo.environment["PISHKHAN_TEST_DATABASE_URL"], address.contains("/")
        else { throw MissingServer() }
        guard address.contains("host=/") || address.contains("host=%2F") || address.contains("@%2F") else {
            throw MissingServer()
        }
        return address
    }

    struct MissingServer: Error, CustomStringConvertible {
        let description = "set PISHKHAN_TEST_DATABASE_URL to a superuser on a local socket, or run scripts/test"
    }

    public static func administer(_ server: String, _ sql: String) async throws {
        let connection = try await PostgresConnection.connect(
            patient(server), logger: logger)
        try await connection.execute(script: sql)
        await connection.close()
    }

    fileprivate static func replacing(database: String, user: String?, in address: String) -> String {
        var parts = address.split(separator: " ").map(String.init)
        parts.removeAll { $0.hasPrefix("dbname=") || (user != nil && $0.hasPrefix("user=")) }
        parts.append("dbname=\(database)")
        if let user { parts.append("user=\(user)") }
        return parts.joined(separator: " ")
    }

    private static let templates = TemplateDatabase()
    /// All tests begin at once; the server has a place for so many databases in use.
    private static let places = Places(24)
}

/// The migrated template, made once for each content of the SQL, by whichever test process comes first.
private actor TemplateDatabase {
    private var making: Task<String, any Error>?

    func name(on server: String) async throws -> String {
        if let making { return try await making.value }
        let task = Task { try await Self.make(on: server) }
        making = task
        return try await task.value
    }

    private static func make(on server: String) async throws -> String {
        let scripts = try DatabaseScripts.shipped()
        let content = scripts.migrations.map(\.checksum).joined() + scripts.codeChecksum + scripts.setup
        let name = "template_" + String(UInt64(bitPattern: Int64(stable(content))), radix: 16)
        let connection = try await PostgresConnection.connect(
            TestDatabase.patient(server), logger: TestDatabase.logger)
        defer { Task { await connection.close() } }
        try await connection.query("select pg_advisory_lock(hashtext('pishkhan.template'))")
        let exists = try await connection.query("select exists (select from pg_database where datname = \(name))")
        if try !exists[0].decode(Bool.self) {
            try await connection.execute(script: "create database \(name)_making")
            try await migrate("\(name)_making", server, scripts)
            try await connection.execute(script: "alter database \(name)_making rename to \(name)")
        }
        try await connection.query("select pg_advisory_unlock(hashtext('pishkhan.template'))")
        return name
    }

    static func migrate(_ name: String, _ server: String, _ scripts: DatabaseScripts) async throws {
        let database = TestDatabase.address(of: name, on: server)
        let connection = try await PostgresConnection.connect(
            TestDatabase.patient(database), logger: TestDatabase.logger)
        let migrator = Migrator(scripts: scripts, logger: TestDatabase.logger)
        try await migrator.setUp(connection)
        try await migrator.migrate(connection)
        await connection.close()
    }

    /// FNV-1a: `Hasher` differs from one process to the next.
    private static func stable(_ text: String) -> Int {
        Int(
            truncatingIfNeeded: text.utf8.reduce(UInt64(14_695_981_039_346_656_037)) {
                ($0 ^ UInt64($1)) &* 1_099_511_628_211
            })
    }
}

extension TestDatabase {
    fileprivate static func address(of database: String, on server: String) -> String {
        replacing(database: database, user: nil, in: server)
    }
}
