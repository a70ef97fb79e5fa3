import OfficeRanking
import RankingRules
import TestDatabase
import Testing

@Suite("Who is released from acting")
struct ReleaseTests {
    private let first = Fixture.firstHalf

    @Test(
        "a released office without a declaration is not ranked, and one whose release has ended is"
    )
    func releases() async throws {
        try await Fixture.withOfficesOfTwoProvinces { fixture, _ in
            try await fixture.take(.declarations, "office_code,staff\nT-1,4\n")
            let number = try await fixture.ranking.release(
                .province("01"), in: first, reason: "the flood", legalBasis: "decision 12")
            #expect(
                try await fixture.ranking.release(.province("01"), in: first, reason: "y", legalBasis: "z") == number)
            let other = try await fixture.ranking.release(
                .office("T-1"), in: first, reason: "x", legalBasis: "decision 13")
            #expect(try await fixture.ranking.endRelease(other, in: first, reason: "a mistake"))
            #expect(try await fixture.ranking.endRelease(other, in: first, reason: "again") == false)
            await expectRefusal(.unknownRelease("999")) {
                try await fixture.ranking.endRelease(999, in: first, reason: "x")
            }
            let kept = try await fixture.ranking.releases(of: first)
            #expect(kept.map(\.place) == [.province("01"), .office("T-1")])
            #expect(kept.map(\.legalBasis) == ["decision 12", "decision 13"] && kept[1].endReason == "a mistake")
            try await fixture.closeAndRank()
            #expect(try await fixture.ranking.explain("G-1", in: first).assessment.standing == .notAvailable)
            #expect(try await fixture.ranking.explain("T-1", in: first).assessment.standing == .ranked)
            await expectRefusal(.stepIsTaken(step: "closes")) {
                try await fixture.ranking.release(.office("T-1"), in: first, reason: "x", legalBasis: "x")
            }
            await expectRefusal(.stepIsTaken(step: "closes")) {
                try await fixture.ranking.endRelease(number, in: first, reason: "x")
            }
        }
    }

    @Test("a released office keeps the ceiling of its last rank for one half-year")
    func ceilings() async throws {
        try await Fixture.with { fixture in
            try await fixture.rankedWithOffices()
            try await fixture.ranking.publishPeriod(first)
            #expect(try await share(fixture) == 70)
            for (half, kept) in [("1400-H2", 70), ("1401-H1", 30)] {
                try await fixture.openNext(halfYear(half))
                try await fixture.take(.declarations, "office_code,staff\nT-1,4\n", period: halfYear(half))
                try await fixture.ranking.release(
                    .office("G-1"), in: halfYear(half), reason: "the flood", legalBasis: "decision 12")
                try await fixture.closeAndRank(halfYear(half))
                try await fixture.ranking.publishPeriod(halfYear(half))
                #expect(try await share(fixture) == kept, "\(half)")
            }
        }
    }

    /// The share of the available services that G-1 may offer.
    private func share(_ fixture: Fixture) async throws -> Int? {
        try await fixture.ranking.services(ofOffice: "G-1", on: try await fixture.databaseDay()).room.share
    }
}
