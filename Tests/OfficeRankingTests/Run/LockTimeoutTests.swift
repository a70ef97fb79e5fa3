import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("An act waits for others as long as it may")
struct LockTimeoutTests {
    @Test("closing a period gives up at its lock timeout, alone and inside a request, and changes nothing")
    func limited() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            let hasty = RankingDatabase(
                client: fixture.client, logger: TestDatabase.logger, lockTimeout: .milliseconds(100))
            let key = try #require(RequestKey("k"))
            try await fixture.application(as: "operator") { connection in
                try await connection.query("select ranking.begin_period_import('1400-H1')")
                await expectRefusal(.othersAreUnderWay) { try await hasty.closePeriod(Fixture.firstHalf) }
                await expectRefusal(.othersAreUnderWay) {
                    try await hasty.acting(as: "operator").once(key, RequestDigest(of: [])) { ranking in
                        try await ranking.closePeriod(Fixture.firstHalf)
                        return RequestAnswer(status: 200, contentType: "text/plain", body: [])
                    }
                }
            }
            #expect(try await fixture.ranking.period(Fixture.firstHalf).state == .open)
            try await hasty.closePeriod(Fixture.firstHalf)
        }
    }

    @Test("a statement that exceeds its timeout is refused as taking too long")
    func statementTimeout() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            var configuration = fixture.client.configuration
            configuration.statementTimeout = .seconds(3)
            let client = PostgresClient(configuration: configuration, logger: TestDatabase.logger)
            let ranking = RankingDatabase(client: client, logger: TestDatabase.logger)
            try await fixture.application(as: "operator") { connection in
                try await connection.query("select ranking.begin_period_import('1400-H1')")
                await expectRefusal(.tookTooLong) {
                    try await ranking.reopenPeriod(Fixture.firstHalf, reason: "x")
                }
            }
            await client.close()
        }
    }
}
