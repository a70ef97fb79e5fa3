import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("Obstacles to a step and who overrules them")
struct ObstacleTests {
    private let first = Fixture.firstHalf
    private let reviewed = """
        sources:
          - {code: office, title: {fa: دفتر, en: Office}, kind: values, declaration: yes, review: required, writers: [office], on_behalf: [headquarters]}
        groups:
        """

    /// G-1 and T-1 have declared under a scheme whose declarations must be reviewed.
    private func withDeclarations(_ body: (Fixture, _ second: RankingDatabase) async throws -> Void) async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: smallScheme.replacing("groups:", with: reviewed, maxReplacements: 1))
            try await fixture.take(.offices, Fixture.officesOfTwoProvinces)
            try await fixture.take(.declarations, "office_code,staff\nG-1,7\nT-1,4\n")
            try await body(fixture, try await fixture.account("second", role: "headquarters"))
        }
    }

    private func review(_ rows: String, as ranking: RankingDatabase, _ fixture: Fixture) async throws {
        let options = ImportOptions(period: first, today: Fixture.today)
        let outcome = try await ranking.importFiles(
            [fixture.file(.reviews, "office_code,staff_confirmed\n" + rows)], options, report: FindingReport())
        try #require(outcome.effect == .stored)
    }

    private func standing(_ fixture: Fixture) async throws -> [String] {
        try await fixture.ranking.obstacles(of: first).filter { !$0.isOverruled }.map { "\($0.code): \($0.detail)" }
    }

    @Test("a declaration that requires a review keeps its half-year open until it has a verdict")
    func notReviewed() async throws {
        try await withDeclarations { fixture, second in
            #expect(try await standing(fixture) == ["item_not_reviewed: office 2"])
            try await review("G-1,7\n", as: second, fixture)
            await expectRefusal(.stepHasObstacles("item_not_reviewed: office 1")) {
                try await fixture.ranking.closePeriod(first)
            }
            try await review("T-1,3\n", as: second, fixture)
            #expect(try await standing(fixture).isEmpty)
            // What is said anew has no verdict any more.
            try await fixture.take(.declarations, "office_code,staff\nG-1,8\n")
            #expect(try await standing(fixture) == ["item_not_reviewed: office 1"])
            try await review("G-1,8\n", as: second, fixture)
            try await fixture.ranking.closePeriod(first)
        }
    }

    @Test("an overrule holds once another person confirms it, and only while the obstacle stays the same")
    func twoPersons() async throws {
        try await withDeclarations { fixture, second in
            await expectRefusal(.noSuchObstacle("item_not_reviewed: office 1")) {
                try await fixture.ranking.overrule(
                    "item_not_reviewed", detail: "office 1", of: .close, in: first, reason: "x")
            }
            let number = try await fixture.ranking.overrule(
                "item_not_reviewed", detail: "office 2", of: .close, in: first, reason: "the region is closed")
            #expect(try await standing(fixture) == ["item_not_reviewed: office 2"])
            await expectRefusal(.anotherPersonConfirms(account: "operator")) {
                try await fixture.ranking.confirmOverrule(number, in: first)
            }
            #expect(try await second.confirmOverrule(number, in: first))
            #expect(try await second.confirmOverrule(number, in: first) == false)
            #expect(try await standing(fixture).isEmpty)
            let kept = try await fixture.ranking.obstacles(of: first)
            #expect(kept.map(\.madeBy) == ["operator"] && kept.map(\.confirmedBy) == ["second"])
            try await review("G-1,7\n", as: second, fixture)
            #expect(try await standing(fixture) == ["item_not_reviewed: office 1"])
        }
    }

    @Test("an amendment is confirmed by another person than the one who proposed it, and once")
    func amendment() async throws {
        try await withDeclarations { fixture, second in
            try await review("G-1,7\nT-1,4\n", as: second, fixture)
            try await fixture.closeAndRank()
            let number = try await fixture.ranking.amend(
                office: "G-1", in: first, criterion: "staff", verdict: .corrected, value: "9", reason: "a wrong file")
            await expectRefusal(.anotherPersonConfirms(account: "operator")) {
                try await fixture.ranking.confirmAmendment(number, in: first)
            }
            try await second.confirmAmendment(number, in: first)
            let acts = try await fixture.ranking.acts(limit: 500).count
            try await second.confirmAmendment(number, in: first)
            #expect(try await fixture.ranking.acts(limit: 500).count == acts)
            _ = try await fixture.ranking.rank(first)
            let facts = try await fixture.ranking.explain("G-1", in: first).facts
            #expect(facts.values[0] == 9 && facts.values.declared(at: 0) == 7)
        }
    }
}
