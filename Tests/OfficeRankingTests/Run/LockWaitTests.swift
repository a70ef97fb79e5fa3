import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("How long acts wait for imports")
struct LockWaitTests {
    @Test("closing a period and publishing a sheet give up when an import does not end, and change nothing")
    func gaveUp() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            try await fixture.administrator { connection in
                let name = try await connection.query("select quote_ident(current_database())")[0].decode(String.self)
                try await connection.query("alter database \(unescaped: name) set lock_timeout = '100ms'")
            }
            let client = fixture.database.client()
            let hasty = RankingDatabase(client: client, logger: TestDatabase.logger)
            let acts = try await fixture.ranking.acts().count
            try await fixture.application(as: "operator") { connection in
                try await connection.query("select ranking.next_revision()")
                await expectRefusal(.othersAreUnderWay) { try await hasty.closePeriod(Fixture.firstHalf) }
                await expectRefusal(.othersAreUnderWay) { try await hasty.publishIndicator(of: "A1", year: 1400) }
            }
            await client.close()
            #expect(try await fixture.ranking.acts().count == acts)
            #expect(try await fixture.ranking.period(Fixture.firstHalf).state == .open)
            try await fixture.close(Fixture.firstHalf)
        }
    }

    @Test("publishing a sheet and scheduling a period wait at most twenty seconds for others by default")
    func bound() async throws {
        try await Fixture.with { fixture in
            for call in ["begin_indicator_sheet()", "schedule_period('1400-H1', '{}', null)"] {
                try await fixture.ranking.planIfMissing(Fixture.firstHalf)
                let timeout = try await fixture.application(as: "operator") { connection in
                    try await connection.query("select ranking.\(unescaped: call)")
                    return try await connection.query("select current_setting('lock_timeout')")[0].decode(String.self)
                }
                #expect(timeout == "20s", "\(call)")
            }
        }
    }
}

extension RankingDatabase {
    fileprivate func planIfMissing(_ halfYear: HalfYear) async throws {
        if try await periods().isEmpty { try await planPeriod(halfYear) }
    }
}
