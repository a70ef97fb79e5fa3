import RankingRules
import Testing

/// An urban office whose groups have the given sums, each line one thousandth per unit.
private func assess(
    _ values: Int64..., groups: [CriterionGroup], ranks: [RankThreshold] = [Given.rank(75_000), Given.rank(nil)],
    minimumTotal: Int64 = 0, kind: OfficeKind = .urban
) -> Assessment {
    var facts = Given.office(kind: kind)
    facts.values = SaidValues(declared: values)
    return Given.assess(facts, by: Given.scheme(groups: groups, ranks: ranks, minimumTotal: minimumTotal))
}

private func line(_ code: String, maximum: Int64, missing: MissingValuePolicy = .noPoints) -> Criterion {
    Given.criterion(
        code, type: .count(admissible: 0...1_000_000), maximum: maximum, missing: missing, Given.identity(to: maximum))
}

@Suite("Groups and total")
struct GroupTests {
    @Test(
        "a group never gives more than its maximum", arguments: [(29_999, 59_999), (30_000, 60_000), (30_001, 60_000)])
    func maximum(second: Int64, expected: Int64) {
        let group = Given.group("g", maximum: 60_000, line("a", maximum: 50_000), line("b", maximum: 50_000))
        let scored = assess(30_000, second, groups: [group])
        #expect(scored.groupPoints == [Given.points(expected)])
        #expect(scored.total == Given.points(expected))
        #expect(scored.fullMaximum.rawValue == 60_000)
    }

    @Test("a group without a criterion for the kind of office has no points and no maximum")
    func emptyForKind() {
        let urbanOnly = Given.criterion("a", kinds: [.urban], Given.identity(to: 10_000))
        let groups = [Given.group("g", urbanOnly), Given.group("h", line("b", maximum: 20_000))]
        let scored = assess(5_000, 7_000, groups: groups, kind: .rural)
        #expect(scored.groupPoints.map(\.rawValue) == [0, 7_000])
        #expect(scored.fullMaximum.rawValue == 20_000)
    }

    @Test("the total never falls below the minimum", arguments: [(4_999, 5_000), (5_000, 5_000), (5_001, 5_001)])
    func minimum(value: Int64, expected: Int64) {
        let scored = assess(value, groups: [Given.group("g", line("a", maximum: 10_000))], minimumTotal: 5_000)
        #expect(scored.total == Given.points(expected))
    }
}

@Suite("The rank by threshold")
struct ThresholdTests {
    @Test("a threshold is met at exactly its points", arguments: [(74_999, 2), (75_000, 1), (75_001, 1)])
    func threshold(total: Int64, rank: Int) {
        #expect(assess(total, groups: [Given.group("g", line("a", maximum: 100_000))]).rank == rank)
    }

    @Test(
        "a threshold shrinks with the available maximum, exactly: 75 of 100 are 52.5 of 70",
        arguments: [(52_499, 2), (52_500, 1), (52_501, 1)])
    func scaled(total: Int64, rank: Int) {
        let group = Given.group("g", line("a", maximum: 70_000), line("b", maximum: 30_000, missing: .notApplicable))
        var facts = Given.office(total, nil)
        facts.kind = .rural
        let scheme = Given.scheme(groups: [group], ranks: [Given.rank(75_000), Given.rank(nil)])
        #expect(Given.assess(facts, by: scheme).rank == rank)
    }

    @Test(
        "a scaled threshold between two thousandths is rounded up: 70 of 90 are 23.333… of 30",
        arguments: [(23_333, 2), (23_334, 1)])
    func scaledThirds(total: Int64, rank: Int) {
        let group = Given.group("g", line("a", maximum: 30_000), line("b", maximum: 60_000, missing: .notApplicable))
        let scheme = Given.scheme(groups: [group], ranks: [Given.rank(70_000), Given.rank(nil)])
        #expect(Given.assess(Given.office(total, nil), by: scheme).rank == rank)
    }

    @Test(
        "each kind of office can have its own threshold", arguments: [(69_999, 2, 2), (70_000, 2, 1), (75_000, 1, 1)])
    func kinds(total: Int64, urban: Int, rural: Int) {
        let ranks = [Given.rank(75_000, rural: 70_000), Given.rank(nil)]
        let groups = [Given.group("g", line("a", maximum: 100_000))]
        #expect(assess(total, groups: groups, ranks: ranks).rank == urban)
        #expect(assess(total, groups: groups, ranks: ranks, kind: .rural).rank == rural)
    }
}

@Suite("Conditions of a rank")
struct ConditionTests {
    private func rank(_ first: Int64, _ second: Int64, _ condition: RankCondition, kind: OfficeKind = .urban) -> Int? {
        let groups = [
            Given.group("g", maximum: 30_000, line("a", maximum: 40_000)),
            Given.group("h", maximum: 70_000, line("b", maximum: 70_000)),
        ]
        let ranks = [Given.rank(10_000, condition), Given.rank(5_000), Given.rank(nil)]
        return assess(first, second, groups: groups, ranks: ranks, kind: kind).rank
    }

    @Test(
        "a condition on the least points of a group holds from exactly those on",
        arguments: [(7_999, 2), (8_000, 1), (8_001, 1)])
    func groupAtLeast(points: Int64, rank: Int) {
        #expect(self.rank(points, 50_000, Given.condition(.group("g"), atLeast: 8_000)) == rank)
    }

    @Test(
        "a condition on the most points of a group holds up to exactly those",
        arguments: [(7_999, 1), (8_000, 1), (8_001, 2)])
    func groupAtMost(points: Int64, rank: Int) {
        #expect(self.rank(points, 50_000, Given.condition(.group("g"), atMost: 8_000)) == rank)
    }

    @Test("a condition on a group reads its points after the maximum", arguments: [(30_000, 1), (40_000, 1)])
    func afterMaximum(points: Int64, rank: Int) {
        #expect(self.rank(points, 0, Given.condition(.group("g"), atMost: 30_000)) == rank)
    }

    @Test(
        "a condition on a criterion reads the points of its line", arguments: [(34_999, 2), (35_000, 1), (35_001, 1)])
    func criterion(points: Int64, rank: Int) {
        #expect(self.rank(points, 0, Given.condition(.criterion("a"), atLeast: 35_000)) == rank)
    }

    @Test("a condition applies only to its own kinds of office")
    func kinds() {
        let condition = Given.condition(.criterion("a"), atLeast: 8_000, kinds: [.rural])
        #expect(rank(1, 50_000, condition) == 1)
        #expect(rank(1, 50_000, condition, kind: .rural) == 2)
    }

    @Test("a condition counts a line without points as 0")
    func withoutPoints() {
        let group = Given.group(
            "g",
            line("a", maximum: 50_000, missing: .notApplicable), line("b", maximum: 50_000))
        func rank(_ condition: RankCondition) -> Int? {
            let scheme = Given.scheme(groups: [group], ranks: [Given.rank(10_000, condition), Given.rank(nil)])
            return Given.assess(Given.office(nil, 50_000), by: scheme).rank
        }
        #expect(rank(Given.condition(.criterion("a"), atLeast: 1)) == 2)
        #expect(rank(Given.condition(.criterion("a"), atMost: 0)) == 1)
    }

    @Test("an office that fails a condition gets the next rank that holds, not the last")
    func nextRank() {
        #expect(rank(0, 50_000, Given.condition(.group("g"), atLeast: 1)) == 2)
    }
}
