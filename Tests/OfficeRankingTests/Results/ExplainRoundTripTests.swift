import Logging
import Postgres
import RankingRules
import Synchronization
import TestDatabase
import Testing

@testable import OfficeRanking

@Suite("An explanation is read at once")
struct ExplainRoundTripTests {
    @Test("an office is explained in five round trips at most, and in four once its schemes are known")
    func roundTrips() async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: smallScheme)
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1"), .init(code: "G-2")))
            try await fixture.take(.declarations, "office_code,staff\nG-1,10\nG-2,7\n")
            try await fixture.closeAndRank()
            try await fixture.openNext(halfYear("1400-H2"))
            let statements = Statements()
            let client = PostgresClient(
                configuration: fixture.database.configuration(),
                logger: Logger(label: "test") { _ in StatementHandler(statements) })
            let ranking = RankingDatabase(client: client, logger: TestDatabase.logger)
            _ = try await ranking.period(Fixture.firstHalf)
            for (code, most) in [("G-1", 5), ("G-2", 4)] {
                statements.forget()
                _ = try await ranking.acting(as: "operator").explain(code, in: Fixture.firstHalf)
                #expect(statements.heard.count <= most, "\(statements.heard)")
            }
            await client.close()
        }
    }

    @Test("the cache of schemes drops the one that was not used for the longest time")
    func cache() throws {
        let cache = SchemeCache(keeping: 2)
        let scheme = try #require(SchemeDocument.read(smallScheme).scheme)
        for hash in ["a", "b", "b"] { cache.keep(scheme, hash: hash) }
        #expect(cache.scheme(hash: "a") == scheme)
        cache.keep(scheme, hash: "c")
        #expect(cache.scheme(hash: "b") == nil && cache.count == 2)
        #expect(cache.scheme(hash: "a") == scheme && cache.scheme(hash: "c") == scheme)
    }
}

/// What the client sends, one entry a round trip.
private final class Statements: Sendable {
    private let list = Mutex<[String]>([])

    var heard: [String] { list.withLock { $0 } }

    func forget() { list.withLock { $0 = [] } }

    func add(_ text: String) { list.withLock { $0.append(text) } }
}

private struct StatementHandler: LogHandler {
    let statements: Statements
    var logLevel = Logger.Level.trace
    var metadata: Logger.Metadata = [:]

    init(_ statements: Statements) {
        self.statements = statements
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        if "\(event.message)".hasSuffix("statement") { statements.add("\(event.metadata?["sql"] ?? "")") }
    }
}
