import OfficeRanking
import Postgres
import RankingRules
import Testing

@Suite("The agency indicator at its limits")
struct IndicatorBoundaryTests {
    @Test(
        "an indicator is not applicable without a target; a met target gives all points, a missed one its share",
        arguments: [
            ("", nil, "no_target"), ("0", nil, "zero_target"), ("4", 3_750, "applicable"), ("3", 5_000, "applicable"),
            ("2", 5_000, "applicable"),
        ] as [(String, Int64?, String)])
    func targets(target: String, points: Int64?, applicability: String) async throws {
        try await Fixture.with { fixture in
            try await fixture.takeServices(3)
            try await fixture.take(.mouTargets, ServiceFiles.targets("A1,1/8,1400,,\(target)"))
            let chosen = try await fixture.ranking.indicator(of: "A1", year: 1400).chosen
            #expect(chosen.numerator == 3 && chosen.points == points.map(Points.init(rawValue:)))
            #expect(chosen.applicability.rawValue == applicability)
            #expect(chosen.availableMaximum == (points == nil ? .zero : Points(rawValue: 5_000)))
        }
    }

    @Test("an indicator names the missing one of the four stages of a service")
    func stages() async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.agencies, ServiceFiles.agencies("A1"))
            let lines = (0..<4).map { place in
                ServiceLine(code: "100\(place)", counters: (0..<4).map { $0 == place ? "خیر" : "بله" })
            }
            try await fixture.take(.services, ServiceFiles.services(lines))
            try await fixture.take(
                .delegations, ServiceFiles.delegations(lines.map { DelegationLine(service: $0.code) }))
            let verdicts = try await fixture.ranking.indicator(of: "A1", year: 1400).chosen.verdicts
            #expect(
                verdicts.map { $0.reasons.map(\.rawValue) } == [
                    ["information_missing"], ["request_missing"], ["production_missing"], ["delivery_missing"],
                ])
        }
    }

    @Test("a service delegated and withdrawn in one year counts up to the day before the withdrawal")
    func withdrawnInTheYear() async throws {
        try await Fixture.with { fixture in
            try await fixture.takeServices(1)
            let line = DelegationLine(
                service: "1001", mou: "M-9", from: "1400/02/01", withdrawn: "1400/08/01", confirmed: "1400/02/01")
            try await fixture.take(.delegations, ServiceFiles.delegations(.init(service: "1001", confirmed: ""), line))
            let expected = [("1400-01-31", 0), ("1400-02-01", 1), ("1400-07-30", 1), ("1400-08-01", 0)]
            for (cutOff, count) in expected {
                let indicator = try await fixture.ranking.indicator(of: "A1", year: 1400, cutOff: day(cutOff))
                #expect(indicator.chosen.numerator == count, "\(cutOff)")
            }
        }
    }

    @Test("two memoranda count a service once, and the lineage names the one that holds")
    func twoMemoranda() async throws {
        try await Fixture.with { fixture in
            try await fixture.takeServices(1)
            try await fixture.take(
                .delegations,
                ServiceFiles.delegations(
                    .init(service: "1001", withdrawn: "1399/09/01"),
                    .init(service: "1001", mou: "M-2", from: "1400/01/01", confirmed: "1400/01/01")))
            let chosen = try await fixture.ranking.indicator(of: "A1", year: 1400).chosen
            #expect(chosen.numerator == 1 && chosen.verdicts[0].delegation?.mouNumber == "M-2")
        }
    }

    @Test("a confirmation on the cut-off day is in time, one of the next day is too late", arguments: [0, 1])
    func confirmation(daysLate: Int) async throws {
        try await Fixture.with { fixture in
            try await fixture.takeServices(1)
            let confirmed = daysLate == 0 ? "1400/12/29" : "1401/01/01"
            try await fixture.take(
                .delegations, ServiceFiles.delegations(.init(service: "1001", confirmed: confirmed)))
            let chosen = try await fixture.ranking.indicator(of: "A1", year: 1400).chosen
            #expect(chosen.numerator == 1 - daysLate)
            #expect(chosen.verdicts[0].reasons == (daysLate == 0 ? [] : [.notConfirmed]))
        }
    }

    @Test("the lineage shows an office where it was on the cut-off day, although it moved in the middle of the year")
    func movedOffice() async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1", effectiveOn: "1399/01/01")))
            try await fixture.take(
                .offices, OfficeLine.file(.init(code: "G-1", locality: "خمام", effectiveOn: "1400/07/01")))
            try await fixture.takeServices(1)
            try await fixture.take(
                .contracts, ServiceFiles.contracts(("G-1", "1001", "1400/01/01", "1400/10/01")))
            let places = [("1400-06-31", ["رشت"]), ("1400-07-01", ["خمام"]), ("1400-10-01", [])]
            for (cutOff, localities) in places {
                let indicator = try await fixture.ranking.indicator(of: "A1", year: 1400, cutOff: day(cutOff))
                #expect(indicator.offices.map(\.locality) == localities, "\(cutOff)")
            }
        }
    }

    @Test("an owner of a service that is corrected on the same day counts as never stated")
    func correctedOwner() async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.agencies, ServiceFiles.agencies("A1", "A2"))
            try await fixture.take(.services, ServiceFiles.services(.init(code: "1001", agency: "A2")))
            let revision = try await fixture.number("select last_value::integer from registry.revision")
            try await fixture.take(.services, ServiceFiles.services(.init(code: "1001", agency: "A1")))
            #expect(try await fixture.ranking.indicator(of: "A2", year: 1400).chosen.verdicts.isEmpty)
            let before = try await fixture.ranking.indicator(of: "A2", year: 1400, revision: revision)
            #expect(before.chosen.verdicts.map(\.service.code) == ["1001"])
        }
    }
}
