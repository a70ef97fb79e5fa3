import Testing

@testable import RankingRules

@Suite("Explanations")
struct ExplanationTests {
    private let scheme = Given.scheme(
        groups: [
            Given.group(
                "g", maximum: 50_000,
                Given.criterion("steps", maximum: 30_000, Given.steps((10, 1_000), (20, 30_000))),
                Given.criterion("lines", maximum: 30_000, Given.lines((0, 0), (3, 10_000), (9, 30_000))),
                Given.criterion("tenure", type: Given.options("owned", "leased"), Given.table(8_000, 5_000)),
                Given.criterion("rural_only", kinds: [.rural], Given.steps((0, 0)))),
            Given.group(
                "h", maximum: 30_000,
                Given.criterion("absent", maximum: 30_000, missing: .notApplicable, Given.steps((0, 0)))),
        ],
        ranks: [
            Given.rank(60_000, Given.condition(.group("g"), atLeast: 60_000)), Given.rank(40_000), Given.rank(nil),
        ],
        penalties: Given.penalties(Given.rule(maximum: 8_000, life: .months(12), rankCap: 2), Given.rule("delay")))

    private func explain(_ facts: OfficeFacts) -> Explanation {
        Given.engine(scheme).explain(facts)
    }

    @Test("an explanation names the step, segment or option that gave the points")
    func rules() {
        let explanation = explain(Given.office(10, 1, 1, 5))
        #expect(
            explanation.lines.map(\.rule) == [.step(0), .segment(0), .option(1), .otherKind, .missing(.notApplicable)])
        #expect(explanation.lines[1].exactPoints == Fraction(10_000, over: 3))
        #expect(explanation.lines[1].line.points.rawValue == 3_333)
        #expect(explanation.lines.map(\.maximum.rawValue) == [30_000, 30_000, 10_000, 0, 30_000])
    }

    @Test("an explanation names the ends of a points function")
    func ends() {
        #expect(explain(Given.office(9, -1)).lines[0].rule == .belowFirstBreakpoint)
        #expect(explain(Given.office(9, -1)).lines[1].rule == .belowFirstBreakpoint)
        #expect(explain(Given.office(9, 3)).lines[1].rule == .segment(1))
        #expect(explain(Given.office(9, 9)).lines[1].rule == .fromLastBreakpoint(2))
    }

    @Test("an explanation shows a group's points before and after its maximum")
    func groups() {
        let group = explain(Given.office(20, 9, 0)).groups[0]
        #expect(group.sumOfLines.rawValue == 68_000)
        #expect(group.points.rawValue == 50_000)
        #expect(group.fullMaximum.rawValue == 50_000)
    }

    @Test("an explanation scales the threshold of each rank: 60 of 80 are 37.5 of 50")
    func ranks() {
        let ranks = explain(Given.office(20, 3, 0)).ranks
        #expect(ranks.map(\.requiredTotal.rawValue) == [37_500, 25_000])
        #expect(ranks.map(\.isThresholdMet) == [true, true])
        #expect(ranks.map(\.isReached) == [false, true])
        #expect(ranks[0].conditions.map(\.points.rawValue) == [48_000])
    }

    @Test("an explanation lists every decision with its effect")
    func decisions() {
        let explanation = explain(
            Given.office(
                20, 9, 0,
                decisions: [
                    Given.decision("3", on: "1400-02-01"), Given.decision("2", on: "1399-07-01"),
                    Given.decision("1", on: "1399-02-01"), Given.decision("4", on: "1400-02-02", here: false),
                    Given.decision("5", kind: "delay", on: "1399-12-01"),
                    Given.decision("6", kind: "unknown", on: "1400-02-01"),
                ]))
        #expect(explanation.decisions.map(\.decision.number) == ["1", "2", "5", "3", "6", "4"])
        #expect(
            explanation.decisions.map(\.weight) == [
                .expired, .counts, .beforePeriod, .counts, .noRule, .foundElsewhere,
            ])
        #expect(explanation.decisions.map(\.occurrence) == [1, 2, 1, 3, nil, 4])
        #expect(explanation.decisions.map(\.points.rawValue) == [0, 10_000, 0, 20_000, 0, 0])
        #expect(explanation.decisions[1].expiry == Given.day("1400-07-01"))
        #expect(explanation.decisions[2].expiry == Given.day("1399-12-30"))
        #expect(explanation.penalties.map(\.sumOfDecisions.rawValue) == [30_000])
        #expect(explanation.penalties.map(\.points.rawValue) == [8_000])
        #expect(
            explanation.caps == [RankCapInForce(kind: "overcharging", rank: 2, until: Given.day("1401-02-01"))])
    }

    @Test("an explanation of an unscored office has only its standing")
    func unscored() {
        let explanation = explain(Given.silentOffice())
        #expect(explanation.assessment.origin == .defaulted)
        #expect(explanation.lines.isEmpty && explanation.ranks.isEmpty && explanation.decisions.isEmpty)
    }
}
