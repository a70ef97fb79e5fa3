import RankingRules
import Testing

/// An office of 90 points with decisions against it, in 1400-H1 (1400-01-01 … 1400-06-31).
private func assess(
    _ decisions: ViolationDecision..., penalties: PenaltyRules, late: LateDecisions = .nextCensus
) -> Assessment {
    let criterion = Given.criterion("a", maximum: 100_000, Given.steps((0, 90_000)))
    let scheme = Given.scheme(
        groups: [Given.group("g", criterion)], penalties: penalties, lateDecisions: late)
    return Given.assess(Given.office(1, decisions: decisions), by: scheme)
}

private func decision(_ number: String, _ jalali: String, kind: String = "overcharging") -> ViolationDecision {
    Given.decision(number, kind: kind, on: jalali)
}

@Suite("Which decisions count")
struct DecisionTests {
    @Test(
        "a decision without a life counts in the half-year of its date",
        arguments: [("1399-12-30", 0), ("1400-01-01", 5_000), ("1400-06-31", 5_000), ("1400-07-01", 0)])
    func halfYear(jalali: String, penalty: Int64) {
        let scored = assess(decision("1", jalali), penalties: Given.penalties(Given.rule()))
        #expect(scored.penalty.rawValue == penalty)
        #expect(scored.total?.rawValue == 90_000 - penalty)
    }

    @Test("a decision about another office of the holder costs no points here")
    func elsewhere() {
        let scored = assess(Given.decision(on: "1400-02-01", here: false), penalties: Given.penalties(Given.rule()))
        #expect(scored.penaltyItems.isEmpty)
        #expect(scored.penalty == .zero)
    }

    @Test("a late decision only raises the occurrence under a scheme that says so")
    func lateRaisesTheOccurrence() {
        let first = Given.decision("1", on: "1400-02-01", late: true)
        let scored = assess(
            first, decision("2", "1400-02-02"), penalties: Given.penalties(Given.rule()), late: .occurrenceOnly)
        #expect(scored.penaltyItems.map(\.decision.number) == ["2"])
        #expect(scored.penaltyItems.map(\.occurrence) == [2])
        #expect(scored.penalty.rawValue == 10_000)
    }

    @Test(
        "a late decision counts only in the first half-year whose census has it",
        arguments: [(nil, 1), ("1400-H1", 1), ("1399-H2", 0)])
    func lateCountsOnce(firstKnown: String?, count: Int) {
        let late = Given.decision(
            "1", on: "1399-09-01", late: true, firstKnown: firstKnown.map { Given.halfYear($0) })
        #expect(assess(late, penalties: Given.penalties(Given.rule())).penaltyItems.count == count)
    }

    @Test(
        "a late decision with a life counts for as long as its life", arguments: [("1400-01-01", 1), ("1399-12-01", 0)])
    func lateLives(day: String, count: Int) {
        let late = Given.decision("1", on: day, late: true, firstKnown: Given.halfYear("1399-H2"))
        let rules = Given.penalties(Given.rule(life: .months(6)))
        #expect(assess(late, penalties: rules).penaltyItems.count == count)
    }

    @Test("a late decision dated after the half-year does not count yet")
    func lateAndLater() {
        let late = Given.decision("1", on: "1400-07-01", late: true)
        #expect(assess(late, penalties: Given.penalties(Given.rule())).penaltyItems.isEmpty)
    }

    @Test("a decision of a kind without a rule costs no points")
    func noRule() {
        let scored = assess(decision("1", "1400-02-01", kind: "unknown"), penalties: Given.penalties(Given.rule()))
        #expect(scored.penaltyItems.isEmpty)
    }
}

@Suite("The occurrence of a decision")
struct OccurrenceTests {
    @Test("the occurrence grows with each decision of a kind; the last listed points hold for all later ones")
    func grows() {
        let scored = assess(
            decision("1", "1400-01-01"), decision("2", "1400-01-02"), decision("3", "1400-01-03"),
            decision("4", "1400-01-04"), penalties: Given.penalties(maximum: 90_000, Given.rule()))
        #expect(scored.penaltyItems.map(\.occurrence) == [1, 2, 3, 4])
        #expect(scored.penaltyItems.map(\.points.rawValue) == [5_000, 10_000, 20_000, 20_000])
        #expect(scored.penalty.rawValue == 55_000)
    }

    @Test("the occurrence of a decision does not depend on the order of input")
    func order() {
        let scored = assess(
            decision("3", "1400-01-03"), decision("1", "1400-01-01"), decision("2", "1400-01-02"),
            penalties: Given.penalties(Given.rule()))
        #expect(scored.penaltyItems.map(\.decision.number) == ["1", "2", "3"])
        #expect(scored.penaltyItems.map(\.occurrence) == [1, 2, 3])
    }

    @Test("the occurrence of a decision follows the holder to other offices and earlier half-years")
    func holder() {
        let scored = assess(
            Given.decision("1", on: "1399-05-01", here: false), decision("2", "1399-06-01"),
            decision("3", "1400-02-01"), penalties: Given.penalties(Given.rule()))
        #expect(scored.penaltyItems.map(\.occurrence) == [3])
    }

    @Test("each kind of decision has occurrences of its own")
    func kinds() {
        let rules = Given.penalties(Given.rule(), Given.rule("forgery", points: [7_000]))
        let scored = assess(
            decision("1", "1400-01-01"), decision("2", "1400-01-02", kind: "forgery"), penalties: rules)
        #expect(scored.penaltyItems.map(\.occurrence) == [1, 1])
        #expect(scored.penalty.rawValue == 12_000)
    }

    @Test(
        "the occurrence looks back in Jalali months, the first day included",
        arguments: [("1398-01-31", 1), ("1398-02-01", 2), ("1398-02-02", 2)])
    func lookBackMonths(earlier: String, occurrence: Int) {
        let scored = assess(
            decision("1", earlier), decision("2", "1400-02-01"), penalties: Given.penalties(Given.rule()))
        #expect(scored.penaltyItems.map(\.occurrence) == [occurrence])
    }

    @Test(
        "the occurrence looks back to a shorter month's last day: six months before 31 Shahrivar 1400 is 30 Esfand",
        arguments: [("1399-12-29", 1), ("1399-12-30", 2)])
    func lookBackClamped(earlier: String, occurrence: Int) {
        let scored = assess(
            decision("1", earlier), decision("2", "1400-06-31"),
            penalties: Given.penalties(lookBack: .months(6), Given.rule()))
        #expect(scored.penaltyItems.map(\.occurrence) == [occurrence])
    }

    @Test(
        "the occurrence looks back in days, the first day included",
        arguments: [("1400-02-21", 1), ("1400-02-22", 2), ("1400-03-01", 2)])
    func lookBackDays(earlier: String, occurrence: Int) {
        let scored = assess(
            Given.decision("1", on: earlier, here: false), decision("2", "1400-03-01"),
            penalties: Given.penalties(lookBack: .days(10), Given.rule()))
        #expect(scored.penaltyItems.map(\.occurrence) == [occurrence])
    }

    @Test("the occurrences of decisions on one day follow the bytes of their numbers")
    func ties() {
        let scored = assess(
            decision("b", "1400-02-01"), decision("10", "1400-02-01"), decision("9", "1400-02-01"),
            decision("B", "1400-02-01"), penalties: Given.penalties(Given.rule()))
        #expect(scored.penaltyItems.map(\.decision.number) == ["10", "9", "B", "b"])
        #expect(scored.penaltyItems.map(\.occurrence) == [1, 2, 3, 4])
    }
}

@Suite("The life of a decision")
struct LifeTests {
    private func counts(_ jalali: String, _ life: CalendarSpan) -> Bool {
        !assess(decision("1", jalali), penalties: Given.penalties(Given.rule(life: life))).penaltyItems.isEmpty
    }

    @Test(
        "a decision's life in days includes its expiry day",
        arguments: [("1400-06-20", false), ("1400-06-21", true), ("1400-06-22", true)])
    func days(jalali: String, expected: Bool) {
        #expect(counts(jalali, .days(10)) == expected)
    }

    @Test(
        "a decision's life in months ends after the same day of the month",
        arguments: [("1399-06-30", false), ("1399-06-31", true)])
    func months(jalali: String, expected: Bool) {
        #expect(counts(jalali, .months(12)) == expected)
    }

    @Test("a decision dated after the half-year does not count, whatever its life")
    func future() {
        #expect(!counts("1400-07-01", .months(12)))
    }

    @Test(
        "a decision's life ends on a shorter month's last day: a year after 30 Esfand 1399 is 29 Esfand",
        arguments: [("1399-12-28", false), ("1399-12-29", true), ("1399-12-30", true)])
    func leapYear(jalali: String, expected: Bool) {
        let scheme = Given.scheme(
            groups: [Given.group("g", Given.criterion("a", Given.steps((0, 1))))],
            penalties: Given.penalties(Given.rule(life: .months(12))))
        let engine = ScoringEngine(
            scheme: scheme, halfYear: Given.halfYear("1400-H2"), censusDay: Given.day("1400-12-29"), earlierSchemes: [])
        let scored = engine.assess(Given.office(1, decisions: [decision("1", jalali)]))
        #expect(!scored.penaltyItems.isEmpty == expected)
    }

    @Test("a decision of 31 Shahrivar with a life of one month ends on 30 Mehr")
    func clamped() {
        let engine = Given.engine(
            Given.scheme(
                groups: [Given.group("g", Given.criterion("a", Given.steps((0, 1))))],
                penalties: Given.penalties(Given.rule(life: .months(1)))))
        let explanation = engine.explain(Given.office(1, decisions: [decision("1", "1400-06-31")]))
        #expect(explanation.decisions.map(\.expiry) == [Given.day("1400-07-30")])
    }
}

@Suite("The maxima and caps of penalties")
struct PenaltyMaximumTests {
    @Test(
        "a kind of decision costs no more than its maximum",
        arguments: [(4_999, 4_999), (5_000, 5_000), (5_001, 5_000)])
    func kind(points: Int64, penalty: Int64) {
        let rules = Given.penalties(Given.rule(points: [points], maximum: 5_000))
        #expect(assess(decision("1", "1400-02-01"), penalties: rules).penalty.rawValue == penalty)
    }

    @Test(
        "all penalties together take no more than their maximum",
        arguments: [(2_999, 7_999), (3_000, 8_000), (3_001, 8_000)])
    func all(second: Int64, penalty: Int64) {
        let rules = Given.penalties(
            maximum: 8_000, Given.rule(points: [9_000], maximum: 5_000), Given.rule("forgery", points: [second]))
        let scored = assess(
            decision("1", "1400-02-01"), decision("2", "1400-02-01", kind: "forgery"), penalties: rules)
        #expect(scored.penalty.rawValue == penalty)
        #expect(scored.total?.rawValue == 90_000 - penalty)
    }

    @Test("a cap keeps an office from a better rank, and the strictest one decides")
    func cap() {
        let rules = Given.penalties(
            Given.rule(points: [1], rankCap: 2), Given.rule("forgery", points: [1], rankCap: 3),
            Given.rule("delay", points: [1]))
        let second = assess(decision("1", "1400-02-01"), penalties: rules)
        #expect((second.rank, second.rankBeforeCaps) == (2, 1))
        let third = assess(
            decision("1", "1400-02-01"), decision("2", "1400-02-01", kind: "forgery"), penalties: rules)
        #expect((third.rank, third.rankBeforeCaps) == (3, 1))
        #expect(assess(decision("1", "1400-02-01", kind: "delay"), penalties: rules).rank == 1)
    }

    @Test("a decision that does not count sets no cap")
    func capNeedsCounting() {
        let rules = Given.penalties(Given.rule(points: [1], rankCap: 3))
        #expect(assess(decision("1", "1399-12-01"), penalties: rules).rank == 1)
        let known = Given.decision("1", on: "1399-12-01", late: true, firstKnown: Given.halfYear("1399-H2"))
        #expect(assess(known, penalties: rules).rank == 1)
        #expect(assess(Given.decision("1", on: "1400-02-01", here: false), penalties: rules).rank == 1)
    }
}
