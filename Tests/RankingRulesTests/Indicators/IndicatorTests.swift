import RankingRules
import Testing

@Suite("The agency indicator")
struct IndicatorTests {
    @Test(
        "an indicator's points are five times the ratio, at most five, rounded down to the thousandth",
        arguments: [(0, 3, 0), (1, 3, 1_666), (2, 3, 3_333), (3, 3, 5_000), (4, 3, 5_000), (5, 7, 3_571)])
    func points(numerator: Int, target: Int, thousandths: Int64) {
        let services = (0..<numerator).map { service("100\($0)") }
        let result = chosen(services, [IndicatorTarget(year: 1400, firstYear: nil, services: target)])
        #expect(result.numerator == numerator)
        #expect(result.points == Points(rawValue: thousandths))
        #expect(result.availableMaximum == Points(rawValue: 5_000))
    }

    @Test("an indicator without a target, or with a target of zero, is not applicable and has no maximum")
    func notApplicable() {
        let none = chosen([service("1000")], [IndicatorTarget(year: 1399, firstYear: 1399, services: 4)])
        #expect(none.applicability == .noTarget && none.points == nil && none.availableMaximum == .zero)
        let zero = chosen([service("1000")], [IndicatorTarget(year: 1400, firstYear: nil, services: 0)])
        #expect(zero.applicability == .zeroTarget && zero.points == nil && zero.numerator == 1)
    }

    @Test("an indicator adds up the yearly targets from the first year of the reading")
    func yearlyTargets() {
        let targets = (1394...1400).map { IndicatorTarget(year: $0, firstYear: $0, services: 2) }
        let results = rules.results(of: facts([service("1000", from: "1395-01-01"), service("1001")], targets))
        #expect(results.map(\.target) == [8, 8, 14, 14])
        #expect(results.map(\.numerator) == [1, 0, 2, 0])
        #expect(results.map(\.points) == [625, 0, 714, 0].map(Points.init))
    }

    @Test(
        "a service without one of the stages does not count, and the reason names that stage",
        arguments: ServiceStage.allCases)
    func stageMissing(stage: ServiceStage) {
        let verdict = verdict(service("1000", stages: Set(ServiceStage.allCases).subtracting([stage])))
        #expect(verdict.reasons.map(\.rawValue) == ["\(stage.rawValue)_missing"])
    }

    @Test("a memorandum that was withdrawn, not confirmed, or began before the first year does not count")
    func memorandumFaults() {
        #expect(verdict(service("1000", withdrawn: "1400-06-01")).reasons == [.withdrawn])
        #expect(verdict(service("1000", confirmed: nil)).reasons == [.notConfirmed])
        #expect(verdict(service("1000", from: "1396-12-29")).reasons == [.beforeFirstYear])
        #expect(verdict(service("1000", from: "1397-01-01")).counts)
        #expect(verdict(service("1000", from: "1401-01-01")).reasons == [.afterYear])
    }

    @Test("a service with two memoranda counts if one of them is in force")
    func twoMemoranda() {
        let withdrawn = IndicatorDelegation(
            mouNumber: "1", validFrom: day("1398-01-01"), withdrawnOn: day("1399-01-01"))
        let holds = IndicatorDelegation(mouNumber: "2", validFrom: day("1399-01-01"), confirmedOn: day("1399-02-01"))
        let two = IndicatorService(code: "1000", title: "", owner: "A", delegations: [withdrawn, holds])
        #expect(verdict(two).counts && verdict(two).delegation == holds)
    }

    @Test("a service that moved to another agency counts for its owner only")
    func moved() {
        let moved = IndicatorService(code: "1000", title: "", owner: "B", delegations: service("1000").delegations)
        #expect(verdict(moved).reasons == [.moved])
    }

    @Test("a delegated sub-service makes its service count once, with or without the service itself")
    func subServices() {
        let parts = [service("1001", parent: "1000"), service("1002", parent: "1000")]
        let parentOut = chosen([service("1000", delegated: false)] + parts)
        #expect(parentOut.numerator == 1)
        #expect(parentOut.verdicts.map(\.isCountedWithUnit) == [false, false, true])
        let parentIn = chosen([service("1000")] + parts)
        #expect(parentIn.numerator == 1)
        #expect(parentIn.verdicts.map(\.isCountedWithUnit) == [false, true, true])
    }

    @Test("a part of a part counts as the highest service of its agency; another agency's service ends the chain")
    func deepParts() {
        let chain = [
            service("1000", delegated: false), service("1001", parent: "1000", delegated: false),
            service("1002", parent: "1001"), service("1003", parent: "1002"), service("1004", parent: "9999"),
        ]
        let result = chosen(chain)
        #expect(result.numerator == 2)
        #expect(result.verdicts.map(\.unit) == ["1000", "1000", "1000", "1000", "1004"])
        #expect(result.verdicts.map(\.isCountedWithUnit) == [false, false, false, true, false])
    }

    @Test("services that are parts of each other in a ring count once")
    func ring() {
        let ring = [
            service("1001", parent: "1003"), service("1002", parent: "1001"), service("1003", parent: "1002"),
            service("1004", parent: "1003"),
        ]
        let result = chosen(ring)
        #expect(result.numerator == 1 && Set(result.verdicts.map(\.unit)) == ["1001"])
    }

    @Test("an indicator's points stop at the cap, and only the stages named by the rules are required")
    func otherRules() throws {
        let capped = try ShippedIndicator.rules(("cap: 100", "cap: 80"), ("[information, request", "[request"))
        let services = [service("1000", stages: [.request, .production, .delivery]), service("1001"), service("1002")]
        for (target, points) in [(3, 4_000), (4, 3_750), (15, 1_000)] {
            let facts = facts(services, [IndicatorTarget(year: 1400, firstYear: nil, services: target)])
            let result = capped.result(of: facts, by: capped.chosen)
            #expect(result.numerator == 3 && result.points == Points(rawValue: Int64(points)))
        }
    }

    @Test("a service without evidence does not count in the readings that require it")
    func evidence() {
        let results = rules.results(
            of: facts([service("1000")], [IndicatorTarget(year: 1400, firstYear: nil, services: 1)]))
        #expect(results.map(\.numerator) == [1, 0, 1, 0])
        #expect(results[1].verdicts[0].reasons == [.evidenceMissing])
    }

    private let rules: IndicatorRules

    init() throws {
        rules = try ShippedIndicator.rules()
    }

    private func chosen(_ services: [IndicatorService], _ targets: [IndicatorTarget] = []) -> IndicatorResult {
        rules.result(of: facts(services, targets), by: rules.chosen)
    }

    private func verdict(_ service: IndicatorService) -> ServiceVerdict {
        chosen([service]).verdicts[0]
    }

    private func facts(_ services: [IndicatorService], _ targets: [IndicatorTarget]) -> IndicatorFacts {
        IndicatorFacts(agency: "A", cutOff: day("1400-12-29"), services: services, targets: targets)
    }

    private func service(
        _ code: String, parent: String? = nil, stages: Set<ServiceStage> = Set(ServiceStage.allCases),
        from: String = "1399-05-01", withdrawn: String? = nil, confirmed: String? = "1399-06-01", delegated: Bool = true
    ) -> IndicatorService {
        let delegation = IndicatorDelegation(
            mouNumber: "1", validFrom: day(from), withdrawnOn: withdrawn.map(day), confirmedOn: confirmed.map(day))
        return IndicatorService(
            code: code, title: "", owner: "A", parent: parent, counterStages: stages,
            delegations: delegated ? [delegation] : [])
    }

    private func day(_ text: String) -> Day {
        guard let date = JalaliDate(text) else { preconditionFailure(text) }
        return date.dayNumber
    }
}
