import OfficeRanking
import RankingRules
import Testing

@Suite("The agency indicator from the database")
struct AgencyIndicatorTests {
    @Test("an indicator counts services that are complete, delegated and confirmed, and gives a reason for the others")
    func lineage() async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.agencies, ServiceFiles.agencies("A1", "A2"))
            try await fixture.take(
                .services,
                ServiceFiles.services(
                    .init(code: "1001"), .init(code: "1002", counters: ["بله", "بله", "خیر", "بله"]),
                    .init(code: "1003", isDelegable: "خیر"), .init(code: "1004"), .init(code: "1005"),
                    .init(code: "1006", parent: "1001"), .init(code: "1007"), .init(code: "1008")))
            // It moved in the middle of the year.
            try await fixture.take(
                .services, ServiceFiles.services(.init(code: "1004", agency: "A2", effectiveOn: "1400/07/01")))
            try await fixture.take(.mouTargets, ServiceFiles.targets("A1,1/8,1400,,4", "A2,1/8,1400,,1"))
            try await fixture.take(
                .delegations,
                ServiceFiles.delegations(
                    .init(service: "1001"), .init(service: "1002"), .init(service: "1003"), .init(service: "1004"),
                    .init(service: "1005", withdrawn: "1400/10/01"), .init(service: "1006"),
                    .init(service: "1007", confirmed: "1401/01/05")))
            let indicator = try await fixture.ranking.indicator(of: "A1", year: 1400)
            #expect(indicator.chosen.numerator == 1 && indicator.chosen.points == Points(rawValue: 1_250))
            #expect(
                indicator.chosen.verdicts.map { $0.reasons.map(\.rawValue) } == [
                    [], ["production_missing"], ["not_delegable"], ["moved"], ["withdrawn"], [], ["not_confirmed"],
                    ["no_delegation"],
                ])
            #expect(indicator.chosen.verdicts[5].isCountedWithUnit)
            let second = try await fixture.ranking.indicator(of: "A2", year: 1400)
            #expect(second.chosen.numerator == 1 && second.chosen.points == Points(rawValue: 5_000))
            let earlier = try await fixture.ranking.indicator(of: "A1", year: 1400, cutOff: day("1400-06-31"))
            #expect(earlier.chosen.numerator == 3 && earlier.chosen.points == Points(rawValue: 3_750))
        }
    }

    @Test("facts after the cut-off day do not change an indicator")
    func laterNews() async throws {
        try await Fixture.with { fixture in
            try await fixture.takeServices(3)
            try await fixture.take(.mouTargets, ServiceFiles.targets("A1,1/8,1400,,3"))
            let before = try await fixture.ranking.indicator(of: "A1", year: 1400)
            try await fixture.take(
                .delegations, ServiceFiles.delegations(.init(service: "1001", withdrawn: "1401/02/01")))
            try await fixture.take(
                .services,
                ServiceFiles.services(
                    .init(
                        code: "1002", agency: "A1", counters: ["خیر", "خیر", "خیر", "خیر"],
                        effectiveOn: "1401/01/01")))
            let after = try await fixture.ranking.indicator(of: "A1", year: 1400)
            #expect(before.results == after.results && before.memoranda == after.memoranda)
            let later = try await fixture.ranking.indicator(of: "A1", year: 1400, cutOff: day("1401-03-01"))
            #expect(later.chosen.numerator == 1)
        }
    }
}
