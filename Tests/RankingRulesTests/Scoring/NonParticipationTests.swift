import RankingRules
import Testing

private func scheme(
    _ policy: NonParticipationPolicy, _ criteria: Criterion..., carriesAgain: Bool = false, minimumTotal: Int64 = 2_000
) -> Scheme {
    let group = CriterionGroup(
        code: "g", title: Given.text("g"), maximum: Given.points(100_000), criteria: criteria)
    return Given.scheme(
        groups: [group], penalties: Given.penalties(Given.rule()), minimumTotal: minimumTotal, nonParticipation: policy,
        carriesAgain: carriesAgain)
}

private func floorArea(_ type: Criterion.ValueType = .count(admissible: 0...100_000)) -> Criterion {
    Given.criterion("floor_area", type: type, maximum: 100_000, Given.identity(to: 100_000))
}

private func tenure(_ options: Criterion.ValueType, _ points: PointsFunction) -> Criterion {
    Given.criterion("tenure", type: options, points)
}

private func earlier(_ values: Int64?..., confirmed: [Int64?] = [], again: Bool = false) -> EarlierDeclaration {
    EarlierDeclaration(
        values: SaidValues(declared: values, confirmed: confirmed), schemeIndex: 0, wasCarriedAlready: again)
}

private let defaulted = Assessment(standing: .ranked, origin: .defaulted, rank: 3, total: Given.points(2_000))

@Suite("Offices that took no part")
struct NonParticipationTests {
    @Test("an office that took no part gets exactly the minimum total and the last rank, without lines or penalty")
    func defaultLastRank() {
        let facts = Given.silentOffice(decisions: [Given.decision(on: "1400-02-01")])
        #expect(Given.assess(facts, by: scheme(.defaultLastRank, floorArea())) == defaulted)
    }

    @Test("an office that took no part has no rank under a scheme that leaves it unrated")
    func unrated() {
        let scored = Given.assess(Given.silentOffice(), by: scheme(.unrated, floorArea()))
        #expect(scored == Assessment(standing: .notAvailable))
    }

    @Test("an office that took no part gets nothing for association scores alone")
    func associationAlone() {
        let guild = Given.criterion("guild", source: "association", Given.steps((0, 10_000)))
        let facts = Given.silentOffice(said: [nil, 1])
        #expect(Given.assess(facts, by: scheme(.defaultLastRank, floorArea(), guild)) == defaulted)
    }

    @Test(
        "an office that took no part never stands above one that took part, whatever the penalty",
        arguments: [0, 1_999, 2_000, 2_001, 60_000])
    func neverAbove(points: Int64) {
        let scheme = scheme(.defaultLastRank, floorArea())
        let decisions = [Given.decision(on: "1400-02-01")]
        let participant = Given.assess(Given.office(points, decisions: decisions), by: scheme)
        let silent = Given.assess(Given.silentOffice(decisions: decisions), by: scheme)
        #expect(participant.total! >= silent.total!)
        #expect(participant.rank! <= silent.rank!)
    }
}

@Suite("Declarations carried forward")
struct CarryForwardTests {
    @Test("a carried declaration is scored with this period's other facts")
    func sameScheme() {
        let guild = Given.criterion("guild", source: "association", Given.identity(to: 100_000))
        let scheme = scheme(.carryForward, floorArea(), guild)
        let facts = Given.silentOffice(
            earlier: earlier(70_000, 999, confirmed: [60_000]), said: [nil, 30],
            decisions: [Given.decision(on: "1400-02-01")])
        let scored = Given.assess(facts, by: scheme, earlier: [scheme])
        #expect(scored.lines.map(\.points.rawValue) == [60_000, 30])
        #expect(scored.total?.rawValue == 55_030)
        #expect(scored.origin == .carriedForward)
        #expect(scored.rank == 2)
    }

    @Test("an office's own declaration of this period replaces an earlier one")
    func ownDeclaration() {
        let scheme = scheme(.carryForward, floorArea())
        var facts = Given.office(80_000)
        facts.earlierDeclaration = earlier(10_000)
        let scored = Given.assess(facts, by: scheme, earlier: [scheme])
        #expect((scored.total?.rawValue, scored.origin) == (80_000, .earned))
    }

    @Test("an office without an earlier declaration has nothing carried forward")
    func nothingToCarry() {
        #expect(Given.assess(Given.silentOffice(), by: scheme(.carryForward, floorArea())) == defaulted)
    }

    @Test("a carried declaration is carried again only under a scheme that allows it")
    func again() {
        let facts = Given.silentOffice(earlier: earlier(60_000, again: true))
        let once = scheme(.carryForward, floorArea())
        let always = scheme(.carryForward, floorArea(), carriesAgain: true)
        #expect(Given.assess(facts, by: once, earlier: [once]) == defaulted)
        #expect(Given.assess(facts, by: always, earlier: [always]).total?.rawValue == 60_000)
    }

    @Test("a carried declaration matches values by the code of the criterion, not by its index")
    func mapsByCode() {
        let old = scheme(.carryForward, tenure(Given.options("owned", "leased"), Given.table(1, 2)), floorArea())
        let new = scheme(.carryForward, floorArea(), Given.criterion("computers", Given.identity(to: 100)))
        let scored = Given.assess(Given.silentOffice(earlier: earlier(1, 60_000)), by: new, earlier: [old])
        #expect(scored.lines.map(\.points.rawValue) == [60_000, 0])
        #expect(scored.lines.map(\.state) == [.scored, .missing])
    }

    @Test(
        "a carried choice is matched by the code of its option; a removed option is a missing value",
        arguments: [(0, 1), (1, nil), (2, 0)])
    func mapsOptions(value: Int64, expected: Int64?) {
        let old = scheme(.carryForward, tenure(Given.options("owned", "shared", "leased"), Given.table(1, 2, 3)))
        let new = scheme(.carryForward, tenure(Given.options("leased", "owned"), Given.table(10, 20)))
        let scored = Given.assess(Given.silentOffice(earlier: earlier(value)), by: new, earlier: [old])
        #expect(scored.lines[0].value == expected.map { Fraction(Int128($0)) })
    }

    @Test("a carried value whose confirmed option was removed is missing, not the declared one")
    func confirmedIsGone() {
        let old = scheme(.carryForward, tenure(Given.options("owned", "shared"), Given.table(1, 2)))
        let new = scheme(.carryForward, tenure(Given.options("owned"), Given.table(10)))
        let facts = Given.silentOffice(earlier: earlier(0, confirmed: [1]))
        #expect(Given.assess(facts, by: new, earlier: [old]).lines[0].state == .missing)
    }

    @Test("a carried value whose type or decimals changed is missing")
    func typeChanged() {
        let decimal = Criterion.ValueType.decimal(places: 1, admissible: 0...1_000)
        let finer = Criterion.ValueType.decimal(places: 2, admissible: 0...1_000)
        func state(_ before: Criterion.ValueType, _ after: Criterion.ValueType) -> ScoreLine.State {
            let old = scheme(.carryForward, floorArea(before))
            let facts = Given.silentOffice(earlier: earlier(1))
            return Given.assess(facts, by: scheme(.carryForward, floorArea(after)), earlier: [old]).lines[0].state
        }
        #expect(state(decimal, decimal) == .scored)
        #expect(state(decimal, finer) == .missing)
        #expect(state(.count(admissible: 0...9), decimal) == .missing)
        #expect(state(.count(admissible: 0...9), .count(admissible: 0...99)) == .scored)
        #expect(state(.yesNo, .yesNo) == .scored)
        #expect(state(.yesNo, .count(admissible: 0...9)) == .missing)
    }

    @Test("a carried declaration can be insufficient")
    func insufficient() {
        let required = Given.criterion("computers", missing: .insufficient, Given.identity(to: 100))
        let new = scheme(.carryForward, floorArea(), required)
        let old = scheme(.carryForward, floorArea())
        let scored = Given.assess(Given.silentOffice(earlier: earlier(1)), by: new, earlier: [old])
        #expect((scored.standing, scored.origin, scored.rank) == (.insufficient, nil, nil))
    }
}
