import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("Publishing counts again before it freezes")
struct RecountTests {
    @Test(
        "publishing is refused, naming the difference, if census, results and totals do not agree",
        arguments: [
            (
                "delete from registry.assessment a using registry.office o where o.id = a.office_id and o.code = 'G-2'",
                "01: 2 ≠ 1 ≠ 1, Σ: 3 ≠ 2 ≠ 2"
            ),
            ("delete from registry.census_office where code = 'T-1'", "-: 0 ≠ 1 ≠ 0, Σ: 3 ≠ 3 ≠ 2"),
            ("update registry.census set office_count = 4", "Σ: 4 ≠ 3 ≠ 3"),
            ("update registry.assessment set province_id = 1 where code = 'T-1'", "01: 2 ≠ 2 ≠ 3, 23: 1 ≠ 1 ≠ 0"),
        ])
    func refused(change: String, difference: String) async throws {
        try await Fixture.with { fixture in
            try await fixture.rankedWithOffices()
            try await fixture.tamper(change)
            await expectRefusal(.totalsDoNotReconcile(difference: difference)) {
                try await fixture.ranking.publishPeriod(Fixture.firstHalf)
            }
            #expect(try await fixture.ranking.period(Fixture.firstHalf).state == .ranked)
            #expect(try await fixture.ranking.publications().isEmpty)
        }
    }

    @Test("publishing is refused if the stored results differ from those of the run")
    func otherResults() async throws {
        try await Fixture.with { fixture in
            try await fixture.rankedWithOffices()
            try await fixture.tamper("update registry.assessment set value = array[8] where code = 'G-1'")
            await expectRefusal(.constraintViolated("results_text_is_that_of_the_publication")) {
                try await fixture.ranking.publishPeriod(Fixture.firstHalf)
            }
        }
    }

    @Test("publishing a correction counts its results again")
    func correction() async throws {
        try await Fixture.with { fixture in
            try await fixture.publishWithOffices()
            try await fixture.makeCandidate()
            try await fixture.tamper(
                "delete from registry.assessment where code = 'G-2' and run_id = (select max(id) from registry.run)")
            let seen = try await fixture.ranking.correction(of: Fixture.firstHalf).changesDigest
            await expectRefusal(.totalsDoNotReconcile(difference: "01: 2 ≠ 1 ≠ 1, Σ: 3 ≠ 2 ≠ 2")) {
                try await fixture.ranking.publishCorrection(Fixture.firstHalf, reason: "x", changes: seen)
            }
        }
    }
}
