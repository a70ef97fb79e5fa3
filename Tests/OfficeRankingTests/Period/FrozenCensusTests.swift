import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("A closed period does not change when the register does")
struct FrozenCensusTests {
    private let period = Fixture.firstHalf

    @Test("ranking a closed period again gives the same digest after the register has changed")
    func sameDigest() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            let first = try await fixture.closeAndRank()
            let explained = try await fixture.ranking.explain("G-1", in: period)
            try await moveOn(fixture)
            let again = try await fixture.ranking.rank(period)
            #expect(again.digest == first.digest)
            #expect(again.effect == .unchanged(run: explained.run))
            let later = try await fixture.ranking.explain("G-1", in: period)
            #expect(later.office == explained.office && later.assessment == explained.assessment)
            #expect(try await fixture.ranking.rank(period, dryRun: true).changes.isEmpty)
            #expect(try await fixture.number("select count(*) from registry.run") == 1)
        }
    }

    @Test("a published period explains an office as it was, after the register has changed")
    func published() async throws {
        try await Fixture.with { fixture in
            try await fixture.rankedWithOffices()
            try await fixture.ranking.publishPeriod(period)
            let before = try await fixture.ranking.explain("G-1", in: period)
            try await moveOn(fixture)
            let after = try await fixture.ranking.explain("G-1", in: period)
            #expect(after.office == before.office && after.digest == before.digest)
            #expect(after.office.locality == "رشت" && after.office.licenceState == .active)
        }
    }

    @Test("a decision imported after its half-year has closed costs points in the next one only")
    func lateDecision() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            let first = try await fixture.closeAndRank()
            try await fixture.openNext(halfYear("1400-H2"))
            let report = FindingReport()
            try await fixture.take(
                .violations,
                """
                office_code,decision_number,kind,decided_on
                G-1,R-7,overcharging,1400/03/01
                G-1,R-8,overcharging,1400/08/01

                """, period: halfYear("1400-H2"), report: report)
            #expect(report.first.map(\.code) == [.decisionLate] && !report.hasErrors)
            #expect(try await fixture.ranking.rank(period).digest == first.digest)
            try await fixture.take(.declarations, "office_code,staff\nG-1,10\n", period: halfYear("1400-H2"))
            try await fixture.closeAndRank(halfYear("1400-H2"))
            let second = try await fixture.ranking.explain("G-1", in: halfYear("1400-H2"))
            // R-1 was the first; the late R-7 counts now as the second, and R-8 is the third.
            #expect(second.assessment.penalty == Points(rawValue: 30_000))
        }
    }

    @Test("reopening a period needs a reason, keeps the old run and takes a new census")
    func reopening() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            let first = try await fixture.closeAndRank()
            let census = try await fixture.ranking.period(period).censusID
            for reason in ["", "  "] {
                await expectRefusal(.reasonIsRequired) {
                    try await fixture.ranking.reopenPeriod(period, reason: reason)
                }
            }
            try await fixture.ranking.reopenPeriod(period, reason: "اعتراض")
            #expect(try await fixture.ranking.period(period).runID == nil)
            await expectRefusal(.notRankedYet(period: "1400-H1")) {
                try await fixture.ranking.explain("G-1", in: period)
            }
            try await fixture.decide("suspended", from: day("1400-06-31"))
            try await fixture.take(.declarations, "office_code,staff\nG-2,9\n")
            let second = try await fixture.closeAndRank()
            #expect(second.digest != first.digest)
            #expect(try await fixture.ranking.period(period).censusID != census)
            #expect(try await fixture.number("select count(*) from registry.run") == 2)
            #expect(try await fixture.number("select count(*) from registry.assessment") == 6)
            let acts = try await fixture.ranking.acts().filter { $0.kind == "reopen_period" }
            #expect(acts.map(\.reason) == ["اعتراض"])
        }
    }

    @Test("a period reopened and closed without new facts gets the same digest under a new run")
    func reopenedWithoutNews() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            let first = try await fixture.closeAndRank()
            try await fixture.ranking.reopenPeriod(period, reason: "بازبینی")
            let second = try await fixture.closeAndRank()
            #expect(second.digest == first.digest)
            #expect(first.effect != second.effect)
        }
    }

    @Test("the census date is the last day of the half-year unless another one is planned")
    func censusDate() async throws {
        try await Fixture.with { fixture in
            try await fixture.ranking.planPeriod(halfYear("1400-H1"))
            try await fixture.ranking.planPeriod(halfYear("1400-H2"), censusOn: day("1401-02-01"))
            let periods = try await fixture.ranking.periods()
            #expect(periods.map(\.censusOn) == [day("1400-06-31"), day("1401-02-01")])
        }
    }

    @Test("an office is listed as it was on the census date that was planned")
    func plannedCensusDate() async throws {
        try await Fixture.with { fixture in
            try await fixture.ranking.adoptScheme(document: smallScheme)
            try await fixture.ranking.planPeriod(period, censusOn: day("1400-07-15"))
            try await fixture.ranking.openPeriod(period, scheme: "small", version: 1)
            try await fixture.take(
                .offices,
                OfficeLine.file(
                    .init(code: "G-1", expiresOn: "1400/07/14"), .init(code: "G-2", expiresOn: "1400/07/15"),
                    .init(code: "G-3", licensedOn: "1400/07/15"), .init(code: "G-4", licensedOn: "1400/07/16")))
            try await fixture.closeAndRank()
            #expect(
                try await fixture.places() == [
                    "G-1": "closed", "G-2": "3 defaulted", "G-3": "awaiting", "G-4": "awaiting",
                ])
        }
    }

    /// Revoked, moved and in other hands; and a new office.
    private func moveOn(_ fixture: Fixture) async throws {
        try await fixture.take(
            .offices,
            OfficeLine.file(
                .init(code: "G-1", county: "لاهیجان", locality: "لاهیجان", holder: legalID(8)), .init(code: "G-9")),
            effectiveOn: day("1400-02-01"))
        try await fixture.decide("revoked", from: day("1400-02-01"))
    }
}
