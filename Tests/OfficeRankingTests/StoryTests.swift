import OfficeRanking
import RankingRules
import TestDatabase
import Testing

@Suite("From files to ranks")
struct StoryTests {
    @Test("an office is imported, declares, is ranked and published; a silent one gets the minimum and the last rank")
    func oneOfficeToARank() async throws {
        try await Fixture.with { fixture in
            let scheme = try await fixture.open(scheme: smallScheme)
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1"), .init(code: "G-2")))
            try await fixture.take(.declarations, "office_code,staff\nG-1,۷\n")
            try await fixture.close(Fixture.firstHalf)
            let outcome = try await fixture.ranking.rank(Fixture.firstHalf)
            #expect(outcome.counts[1, .earned] == 1)
            #expect(outcome.counts[scheme.ranks.count, .defaulted] == 1)
            try await fixture.ranking.publishPeriod(Fixture.firstHalf)
            #expect(try await fixture.ranking.period(Fixture.firstHalf).state == .published)
        }
    }
}
