import HTTPTypes
import HummingbirdTesting
import OfficeRanking
import Postgres
import TestDatabase
import Testing

@testable import Web

@Suite("Whole publications while others ask much")
struct LongDownloadTests {
    @Test("a download is refused in time if its first rows find no connection; later rows wait for one")
    func timeout() async throws {
        try await WebFixture.with { fixture in
            try await fixture.take(.offices, WebFixture.offices(inLahijan: 2_001))
            try await fixture.publish()
            var configuration = fixture.database.configuration(connections: 1)
            configuration.leaseTimeout = .milliseconds(100)
            let client = PostgresClient(configuration: configuration, logger: TestDatabase.logger)
            let ranking = RankingDatabase(
                client: client, account: WebService.publicAccount, logger: TestDatabase.logger)
            let publication = try #require(try await ranking.publications().first)
            var lines = ranking.lines(of: publication)
            let untouched = lines
            for _ in 1...2_000 { #expect(try await lines.next() != nil) }
            let begun = lines
            let rest = try await client.withConnection { _ in
                await #expect(throws: RankingError.self) {
                    var fresh = untouched
                    _ = try await fresh.next()
                }
                let rest = Task {
                    var (begun, count) = (begun, 0)
                    while try await begun.next() != nil { count += 1 }
                    return count
                }
                while client.poolUsage.waiting == 0 { try await Task.sleep(for: .milliseconds(10)) }
                // Longer than anybody waits for a connection who is told to come back.
                try await Task.sleep(for: .milliseconds(500))
                return rest
            }
            #expect(try await rest.value == 4)
            await client.close()
        }
    }
}
