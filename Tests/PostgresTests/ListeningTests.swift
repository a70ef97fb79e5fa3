import Foundation
import Testing

@testable import Postgres

@Suite("Listening brings the newest word of each channel")
struct ListeningTests {
    @Test("a listener gets the newest notification of each channel")
    func newest() async throws {
        try await TestServer.withClient { client in
            let (first, second) = (TestServer.tableName(), TestServer.tableName())
            try await client.listen(on: [first, second]) { notifications in
                try await client.withTransaction { connection in
                    for payload in ["1", "2", "3"] {
                        try await connection.query("select pg_notify(\(first), \(payload))")
                    }
                    try await connection.query("select pg_notify(\(second), 'x')")
                }
                var iterator = notifications.makeAsyncIterator()
                #expect(try await iterator.next() == PostgresNotification(channel: first, payload: "3"))
                #expect(try await iterator.next() == PostgresNotification(channel: second, payload: "x"))
            }
        }
    }

    @Test("a listener gets one synthetic notification of each channel after a lost connection")
    func reconnect() async throws {
        var configuration = TestServer.configuration()
        configuration.applicationName = TestServer.tableName()
        let name = configuration.applicationName
        try await TestServer.withClient(configuration) { client in
            try await client.listen(on: [name]) { notifications in
                let other = try await TestServer.connect()
                try await other.query(
                    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = \(name)")
                var iterator = notifications.makeAsyncIterator()
                let word = try await iterator.next()
                #expect(word == PostgresNotification(channel: name, payload: "", isSynthetic: true))
                try await other.query("select pg_notify(\(name), 'after')")
                #expect(try await iterator.next() == PostgresNotification(channel: name, payload: "after"))
            }
        }
    }

    @Test("a cancelled listener ends")
    func cancelled() async throws {
        try await TestServer.withClient { client in
            let journal = Journal<Bool>()
            let task = Task {
                try await client.listen(on: ["quiet"]) { notifications in
                    journal.add(true)
                    for try await _ in notifications {}
                }
            }
            try await expectEventually { !journal.entries.isEmpty }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
        }
    }

    @Test("closing the client ends its listeners")
    func closed() async throws {
        let client = PostgresClient(configuration: TestServer.configuration(), logger: TestServer.logger())
        let journal = Journal<Bool>()
        let task = Task {
            try await client.listen(on: ["quiet"]) { notifications in
                journal.add(true)
                for try await _ in notifications {}
            }
        }
        try await expectEventually { !journal.entries.isEmpty }
        await client.close()
        try await task.value
        await expectError(.clientClosed) { try await client.listen(on: ["quiet"]) { _ in } }
    }
}
