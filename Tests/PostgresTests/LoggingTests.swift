import Foundation
import Logging
import Testing

@testable import Postgres

/// Notes down what is logged, with its metadata.
private struct JournalHandler: LogHandler {
    let journal: Journal<(level: Logger.Level, text: String)>
    var logLevel = Logger.Level.trace
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        journal.add((event.level, "\(event.message) \(event.metadata ?? [:])"))
    }
}

@Suite("The logger hears what the server says, and no values")
struct LoggingTests {
    private let journal = Journal<(level: Logger.Level, text: String)>()

    private func connect(slow: Duration?) async throws -> PostgresConnection {
        var configuration = TestServer.configuration()
        configuration.slowQueryThreshold = slow
        let logger = Logger(label: "test") { _ in JournalHandler(journal: journal) }
        return try await .connect(configuration, logger: logger)
    }

    @Test("notices and warnings are logged at their level")
    func notices() async throws {
        let connection = try await connect(slow: nil)
        try await connection.execute(script: "do $$ begin raise notice 'first'; raise warning 'second'; end $$")
        let heard = journal.entries.filter { $0.level >= .notice }
        #expect(heard.map(\.level) == [.notice, .warning])
        #expect(heard.first?.text.hasPrefix("first") == true)
        #expect(heard.last?.text.hasPrefix("second") == true)
    }

    @Test("a slow statement is logged as a warning, with its source location and without its values")
    func slow() async throws {
        let connection = try await connect(slow: .zero)
        let secret = "0012345678"
        try await connection.query("select \(secret)::text")
        let warnings = journal.entries.filter { $0.level == .warning }
        #expect(warnings.count == 1)
        #expect(warnings.first?.text.contains("LoggingTests.swift") == true)
        #expect(!journal.entries.contains { $0.text.contains(secret) })
    }

    @Test("a fast statement is not logged as a warning")
    func quick() async throws {
        let connection = try await connect(slow: .seconds(600))
        try await connection.query("select 1")
        #expect(!journal.entries.contains { $0.level == .warning })
    }
}
