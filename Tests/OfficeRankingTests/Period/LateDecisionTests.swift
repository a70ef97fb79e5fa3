import OfficeRanking
import RankingRules
import TestDatabase
import Testing

@Suite("A decision costs points only once")
struct LateDecisionTests {
    private let first = Fixture.firstHalf
    private let second = halfYear("1400-H2")
    private let third = halfYear("1401-H1")

    @Test("a decision counted in its half-year costs no points again after it is lifted and made final")
    func countedInTime() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            try await fixture.closeAndRank()
            #expect(try await penalty(first, fixture) == 5_000)
            try await fixture.openNext(second)
            try await decide(false, second, fixture)
            try await decide(true, second, fixture)
            try await close(second, fixture)
            #expect(try await penalty(second, fixture) == 0)
        }
    }

    @Test("a decision counted in a later half-year costs no points again after it is lifted and made final")
    func countedLate() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            try await decide(false, first, fixture)
            try await fixture.closeAndRank()
            #expect(try await penalty(first, fixture) == 0)
            try await fixture.openNext(second)
            try await decide(true, second, fixture)
            try await close(second, fixture)
            #expect(try await penalty(second, fixture) == 5_000)
            try await fixture.openNext(third)
            try await decide(false, third, fixture)
            try await decide(true, third, fixture)
            try await close(third, fixture)
            #expect(try await penalty(third, fixture) == 0)
        }
    }

    @Test("a decision that was lifted when its half-year closed costs points once, when it is final again")
    func liftedAtClose() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            try await decide(false, first, fixture)
            try await fixture.closeAndRank()
            try await fixture.openNext(second)
            try await decide(true, second, fixture)
            try await close(second, fixture)
            #expect(try await penalty(second, fixture) == 5_000)
            try await fixture.openNext(third)
            try await close(third, fixture)
            #expect(try await penalty(third, fixture) == 0)
        }
    }

    private func decide(_ isFinal: Bool, _ period: HalfYear, _ fixture: Fixture) async throws {
        let row = "G-1,R-1,overcharging,1400/02/01,\(isFinal ? "yes" : "no")"
        let text = "office_code,decision_number,kind,decided_on,is_final\n\(row)\n"
        #expect(try await fixture.take(.violations, text, period: period).effect == .stored)
    }

    private func close(_ period: HalfYear, _ fixture: Fixture) async throws {
        try await fixture.take(.declarations, "office_code,staff\nG-1,10\nT-1,4\n", period: period)
        try await fixture.closeAndRank(period)
    }

    /// Thousandths.
    private func penalty(_ period: HalfYear, _ fixture: Fixture) async throws -> Int64 {
        try await fixture.ranking.explain("G-1", in: period).assessment.penalty.rawValue
    }
}
