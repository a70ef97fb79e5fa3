import Foundation
import Logging
import Synchronization
import Testing

@testable import Postgres

/// The server of the tests: a private cluster on a Unix socket, named by the environment.
enum TestServer {
    static let connectionString: String = {
        guard let text = ProcessInfo.processInfo.environment["PISHKHAN_TEST_DATABASE_URL"] else {
            fatalError("PISHKHAN_TEST_DATABASE_URL is not set; run the tests by scripts/test")
        }
        precondition(text.hasPrefix("host=/"), "tests run on a local socket only")
        return text
    }()

    static func configuration(connections: Int = 2) -> PostgresConfiguration {
        var configuration = PostgresConfiguration(
            connectionString: connectionString, maximumConnections: connections)
        // A busy machine is no fault of the pool.
        configuration.leaseTimeout = .seconds(120)
        configuration.connectTimeout = .seconds(120)
        return configuration
    }

    static func logger() -> Logger {
        Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    }

    static func connect() async throws -> PostgresConnection {
        try await .connect(configuration(), logger: logger())
    }

    @discardableResult
    static func withClient<T: Sendable>(
        _ configuration: PostgresConfiguration = configuration(),
        _ body: (PostgresClient) async throws -> T
    ) async throws -> T {
        let client = PostgresClient(configuration: configuration, logger: logger())
        do {
            let value = try await body(client)
            await client.close()
            return value
        } catch {
            await client.close()
            throw error
        }
    }

    /// A table name of this test alone.
    static func tableName() -> String {
        "test_" + UUID().uuidString.lowercased().replacing("-", with: "")
    }

    /// Lends a table of this test alone, dropped afterwards.
    @discardableResult
    static func withTable<T: Sendable>(
        _ columns: String, on client: PostgresClient, _ body: (String) async throws -> T
    ) async throws -> T {
        let table = tableName()
        try await client.query("create table \(unescaped: table) (\(unescaped: columns))")
        do {
            let value = try await body(table)
            try await client.query("drop table \(unescaped: table)")
            return value
        } catch {
            _ = try? await client.query("drop table \(unescaped: table)")
            throw error
        }
    }
}

/// Expects a PostgresError of that code and returns it.
@discardableResult
func expectError<T: Sendable>(
    _ code: PostgresError.Code, sqlState: String? = nil, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () async throws -> T
) async -> PostgresError? {
    do {
        _ = try await body()
        Issue.record("no error", sourceLocation: sourceLocation)
    } catch let error as PostgresError {
        #expect(error.code == code, "\(error.debugDescription)", sourceLocation: sourceLocation)
        if let sqlState { #expect(error.sqlState == sqlState, sourceLocation: sourceLocation) }
        return error
    } catch {
        Issue.record("another error: \(error)", sourceLocation: sourceLocation)
    }
    return nil
}

/// Asks again until the answer is yes, for at most two minutes: tests that compute hold up everybody else on
/// a small machine.
func eventually(_ question: () async throws -> Bool) async throws -> Bool {
    let deadline = ContinuousClock.now + .seconds(120)
    while ContinuousClock.now < deadline {
        if try await question() { return true }
        try await Task.sleep(for: .milliseconds(5))
    }
    return false
}

/// `eventually`, recorded as an issue when the answer stays no.
func expectEventually(
    sourceLocation: SourceLocation = #_sourceLocation, _ question: () async throws -> Bool
) async throws {
    let isTrue = try await eventually(question)
    try #require(isTrue, sourceLocation: sourceLocation)
}

/// What tasks note down, in order.
final class Journal<Entry: Sendable>: Sendable {
    private let state = Mutex<[Entry]>([])

    var entries: [Entry] { state.withLock { $0 } }

    func add(_ entry: Entry) {
        state.withLock { $0.append(entry) }
    }
}

extension PostgresQuery.StringInterpolation {
    /// Splices what a test has made up.
    mutating func appendInterpolation(unescaped sql: String) {
        appendInterpolation(PostgresQuery(unsafeSQL: sql))
    }
}
