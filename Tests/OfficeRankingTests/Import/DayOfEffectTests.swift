import OfficeRanking
import RankingRules
import TestDatabase
import Testing

@Suite("From when the changes of an offices file hold")
struct DayOfEffectTests {
    @Test("an offices file takes effect on the given day, else on the period's census date, else today")
    func rule() async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: smallScheme)
            let census = day("1400-06-31")
            var number = 0
            for (period, today, given, expected) in [
                (Fixture.firstHalf, Fixture.today, nil, census), (Fixture.firstHalf, census, nil, census),
                (Fixture.firstHalf, census.adding(days: 1), nil, census),
                (Fixture.firstHalf, census.adding(days: -1), nil, census.adding(days: -1)),
                (nil, Fixture.today, nil, Fixture.today),
                (Fixture.firstHalf, Fixture.today, census.adding(days: 5), nil),
            ] as [(HalfYear?, Day, Day?, Day?)] {
                number += 1
                let code = "G-\(number)"
                try await fixture.take(.offices, OfficeLine.file(.init(code: code, effectiveOn: "1396/01/01")))
                let file = try fixture.file(.offices, OfficeLine.file(.init(code: code, state: "closed")))
                let options = ImportOptions(period: period, today: today, effectiveOn: given)
                _ = try await fixture.ranking.importFiles([file], options, report: FindingReport())
                let from = try await fixture.ranking.office(code).versions.map(\.effectiveOn).max()
                #expect(from == expected ?? given, "\(number)")
            }
        }
    }
}
