import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("The ranks in force")
struct RankInForceTests {
    @Test("the ranks in force stay those of the latest half-year when an older one is published late")
    func older() async throws {
        try await Fixture.with { fixture in
            try await fixture.rankedWithOffices()
            let second = halfYear("1400-H2")
            try await fixture.openNext(second)
            try await fixture.take(.declarations, "office_code,staff\nG-1,3\nG-2,9\n", period: second)
            try await fixture.closeAndRank(second)
            try await fixture.ranking.publishPeriod(second)
            let before = try await fixture.ranksInForce()
            #expect(before["G-2"] == 1)
            await expectRefusal(.stepHasObstacles("older_half_year: 1400-H2")) {
                try await fixture.ranking.publishPeriod(Fixture.firstHalf)
            }
            try await fixture.overruleObstacles(step: "publish")
            try await fixture.ranking.publishPeriod(Fixture.firstHalf)
            #expect(try await fixture.ranksInForce() == before)
            let publications = try await fixture.ranking.publications()
            #expect(publications.map(\.period.halfYear) == [Fixture.firstHalf, second])
            #expect(publications.map(\.isLate) == [true, false] && publications.map(\.isInForce) == [false, true])
            // Nor is it a cause of anything.
            let causes = try await fixture.administrator { connection in
                try await connection.query(
                    "select count(*) from ranking.ceiling_events('2100-01-01', '{}') where cause = 'rank_change'"
                )[0].decode(Int.self)
            }
            #expect(causes == 1)
        }
    }

    @Test("the ranks in force follow a correction of the latest half-year")
    func corrected() async throws {
        try await Fixture.with { fixture in
            try await fixture.publishWithOffices()
            #expect(try await fixture.ranksInForce()["G-1"] == 2)
            try await fixture.makeCandidate()
            let seen = try await fixture.ranking.correction(of: Fixture.firstHalf).changesDigest
            try await fixture.ranking.publishCorrection(Fixture.firstHalf, reason: "x", changes: seen)
            #expect(try await fixture.ranksInForce()["G-1"] == 1)
        }
    }
}

extension Fixture {
    /// As distribution and ceilings use them.
    fileprivate func ranksInForce() async throws -> [String: Int] {
        let rows = try await administrator { connection in
            try await connection.query(
                "select set_config('pishkhan.actor', (select min(id) from registry.account)::text, false)")
            return try await connection.query(
                "select code, rank::integer from ranking.ceilings('2100-01-01', null) where rank is not null"
            ).decode((String, Int).self)
        }
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.0, $0.1) })
    }
}
