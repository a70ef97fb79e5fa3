import HTTPTypes
import HummingbirdTesting
import NIOCore
import OfficeRanking
import Postgres
import TestDatabase
import Testing

@testable import Web

@Suite("Questions of the public take nothing from accounts")
struct PublicQuestionTests {
    @Test("while the public's connections are all in use, accounts and kept answers are served, others refused")
    func separate() async throws {
        try await WebFixture.with(publicQuestions: {
            $0.maximumConnections = 2
            $0.leaseTimeout = .milliseconds(100)
        }) { fixture in
            try await fixture.publish()
            let headquarters = try await fixture.visitor()
            _ = try await fixture.get("/v1/publications/1400-H1/offices")
            let slow = try await fixture.whileServicesAreLocked { locked in
                async let first = fixture.get("/v1/services?limit=1")
                async let second = fixture.get("/v1/services?limit=2")
                try await locked.waiters(2)
                let third = try await fixture.get("/v1/services?limit=3")
                #expect(third.status == .serviceUnavailable && third.code == "no_free_connection")
                #expect(third.headers[.retryAfter] != nil)
                #expect(try await headquarters.get("/v1/accounts").status == .ok)
                #expect(try await headquarters.get("/v1/periods/1400-H1/offices").status == .ok)
                #expect(try await fixture.get("/v1/publications/1400-H1/offices").status == .ok)
                try await locked.release()
                return try await [first, second]
            }
            #expect(slow.map(\.status) == [.ok, .ok])
        }
    }

    @Test("a public request that takes too long ends with its own problem")
    func tooLong() async throws {
        try await WebFixture.with(publicQuestions: { $0.statementTimeout = .seconds(2) }) { fixture in
            let answer = try await fixture.whileServicesAreLocked { locked in
                let answer = try await fixture.get("/v1/services")
                try await locked.release()
                return answer
            }
            #expect(answer.status == .serviceUnavailable && answer.code == "took_too_long")
            #expect(answer.headers[.retryAfter] != nil)
            // The limit holds for this one too, which a busy machine may answer late.
            try await until { try await fixture.get("/v1/services").status == .ok }
        }
    }

    @Test("twenty equal public requests at once need two queries")
    func shared() async throws {
        try await WebFixture.with(publicQuestions: {
            $0.maximumConnections = 1
            $0.leaseTimeout = .milliseconds(100)
        }) { fixture in
            let answers = try await fixture.whileServicesAreLocked { locked in
                try await withThrowingTaskGroup(of: TestResponse.self) { group in
                    for _ in 1...20 { group.addTask { try await fixture.get("/v1/services") } }
                    // One is being answered, one waits for it, and all others share the latter.
                    try await until { fixture.service.sharedQuestions.shared == 18 }
                    try await locked.waiters(1)
                    try await locked.release()
                    return try await group.reduce(into: []) { $0.append($1) }
                }
            }
            #expect(answers.count == 20 && answers.allSatisfy { $0.status == .ok })
        }
    }

    @Test("a shared answer is never older than the request that gets it")
    func fresh() async throws {
        let questions = SharedQuestions()
        let (began, gate) = (AsyncStream<Void>.makeStream(), AsyncStream<Void>.makeStream())
        let first = Task {
            try await questions.answer("key") {
                began.continuation.finish()
                for await _ in gate.stream {}
                return Rendered("old", "text/plain", .moving)
            }
        }
        for await _ in began.stream {}
        let second = Task { try await questions.answer("key") { Rendered("new", "text/plain", .moving) } }
        gate.continuation.finish()
        #expect(String(buffer: try await first.value.body) == "old")
        #expect(String(buffer: try await second.value.body) == "new")
    }
}

/// A lock on the services in force, held until it is released.
private struct ServicesLock {
    let connection: PostgresConnection
    let fixture: WebFixture

    /// Returns when so many questions wait for it.
    func waiters(_ count: Int) async throws {
        try await until {
            let waiting = try await connection.query(
                """
                select count(*) from pg_locks
                where not granted and relation = 'registry.service_version'::regclass
                    and database = (select oid from pg_database where datname = current_database())
                """)
            return try waiting[0].decode(Int.self) == count
        }
    }

    func release() async throws {
        try await connection.query("rollback")
    }
}

extension WebFixture {
    fileprivate func whileServicesAreLocked<T: Sendable>(
        _ body: (ServicesLock) async throws -> T
    ) async throws -> T {
        let connection = try await PostgresConnection.connect(
            TestDatabase.patient(database.address()), logger: TestDatabase.logger)
        do {
            try await connection.query("begin")
            try await connection.query("lock table registry.service_version in access exclusive mode")
            let value = try await body(ServicesLock(connection: connection, fixture: self))
            await connection.close()
            return value
        } catch {
            await connection.close()
            throw error
        }
    }
}
