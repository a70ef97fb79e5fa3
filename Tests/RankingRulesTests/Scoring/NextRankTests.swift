import RankingRules
import Testing

private let ranks = [Given.rank(75_000), Given.rank(50_000), Given.rank(nil)]

/// A criterion whose value 0…most gives that many points.
private func whole(
    _ code: String, most: Int64 = 40, isChangeable: Bool = true, missing: MissingValuePolicy = .noPoints
) -> Criterion {
    Given.criterion(
        code, type: .count(admissible: 0...most), maximum: most * 1_000, isChangeable: isChangeable, missing: missing,
        Given.lines((0, 0), (most, most * 1_000)))
}

private func answer(
    _ facts: OfficeFacts, _ criteria: Criterion..., ranks: [RankThreshold] = ranks, maximum: Int64 = 100_000,
    penalties: PenaltyRules = Given.penalties(), policy: NonParticipationPolicy = .defaultLastRank
) -> NextRankAnswer {
    let group = CriterionGroup(
        code: "g", title: Given.text("g"), maximum: Given.points(maximum), criteria: criteria)
    let scheme = Given.scheme(groups: [group], ranks: ranks, penalties: penalties, nonParticipation: policy)
    return NextRank(Given.engine(scheme, earlier: [scheme])).answer(for: facts)
}

private func lifts(_ answer: NextRankAnswer) -> [Lift] {
    guard case .reachable(_, let lifts) = answer else { return [] }
    return lifts
}

private func gap(_ answer: NextRankAnswer) -> NextRankGap? {
    switch answer {
    case .reachable(let gap, _), .outOfReach(let gap, _): gap
    default: nil
    }
}

private func obstacles(_ answer: NextRankAnswer) -> [Obstacle] {
    guard case .outOfReach(_, let obstacles) = answer else { return [] }
    return obstacles
}

private func codes(_ lifts: [Lift]) -> [[String]] {
    lifts.map { $0.changes.map(\.criterion) }
}

@Suite("an office without a next rank to reach")
struct NoNextRankTests {
    @Test("has the best one already")
    func alreadyBest() {
        #expect(answer(Given.office(40, 40), whole("a"), whole("b")) == .alreadyBest)
    }

    @Test("is not ranked")
    func notRanked() {
        #expect(answer(Given.office(1, state: .suspended), whole("a")) == .notRanked(.suspended))
    }

    @Test("took no part")
    func silent() {
        #expect(answer(Given.silentOffice(), whole("a")) == .tookNoPart)
    }

    @Test("is held by a cap, and learns until when")
    func cap() {
        let penalties = Given.penalties(Given.rule(points: [1], life: .months(12), rankCap: 2))
        let facts = Given.office(40, 40, decisions: [Given.decision(on: "1400-02-01")])
        let answer = answer(facts, whole("a"), whole("b"), penalties: penalties)
        let cap = obstacles(answer)
        guard case .rankCap(let inForce) = cap.first else {
            Issue.record("no cap in \(cap)")
            return
        }
        #expect((inForce.kind, inForce.rank, inForce.until) == ("overcharging", 2, Given.day("1401-02-01")))
        #expect(gap(answer)?.pointsMissing == .zero)
    }

    @Test("is not held by a cap that leaves the next rank open")
    func openCap() {
        let penalties = Given.penalties(Given.rule(points: [1], rankCap: 2))
        let facts = Given.office(40, 9, decisions: [Given.decision(on: "1400-02-01")])
        #expect(codes(lifts(answer(facts, whole("a"), whole("b"), penalties: penalties))) == [["b"]])
    }
}

@Suite("a lift to the next rank")
struct LiftTests {
    @Test("by one criterion takes exactly the points that are missing")
    func single() {
        let answer = answer(Given.office(30, 15), whole("a"), whole("b", isChangeable: false))
        #expect(gap(answer)?.rank == 2)
        #expect(gap(answer)?.pointsMissing.rawValue == 5_000)
        let lift = lifts(answer).first
        #expect(lift?.changes.map(\.to) == [35])
        #expect(lift?.changes.map(\.from) == [30])
        #expect((lift?.movedPoints.rawValue, lift?.rank, lift?.total.rawValue) == (5_000, 2, 50_000))
    }

    @Test(
        "finds the smallest value between breakpoints that suffices after rounding: two tenths give 0.0857… points",
        arguments: [(49_915, 102, 86), (49_914, 102, 86), (49_913, 103, 129)])
    func betweenBreakpoints(others: Int64, value: Int64, points: Int64) {
        let fine = Given.criterion(
            "fine", type: .decimal(places: 1, admissible: 0...1_000), maximum: 30_000,
            Given.lines((100, 0), (800, 30_000)))
        let fixed = Given.criterion("fixed", maximum: 70_000, isChangeable: false, Given.steps((0, others)))
        let lift = lifts(answer(Given.office(100, 1), fine, fixed)).first
        #expect(lift?.changes.map(\.to) == [value])
        #expect(lift?.changes.map(\.pointsAfter.rawValue) == [points])
    }

    @Test("goes down a falling function no further than needed")
    func falling() {
        let falling = Given.criterion("waiting", maximum: 30_000, Given.lines((0, 30_000), (30, 0)))
        let fixed = Given.criterion("fixed", maximum: 70_000, isChangeable: false, Given.steps((0, 45_000)))
        #expect(lifts(answer(Given.office(30, 1), falling, fixed)).first?.changes.map(\.to) == [25])
        #expect(lifts(answer(Given.office(nil, 1), falling, fixed)).first?.changes.map(\.to) == [25])
    }

    @Test("by pairs names no pair of which one suffices")
    func pairs() {
        let answer = answer(
            Given.office(10, 10, 10), whole("a", most: 40), whole("b", most: 19), whole("c", most: 19),
            ranks: [Given.rank(50_000), Given.rank(nil)])
        #expect(codes(lifts(answer)) == [["a"]])
        let harder = self.harder()
        #expect(codes(lifts(harder)) == [["a", "b"], ["a", "c"]])
        #expect(lifts(harder).map(\.movedPoints.rawValue) == [35_000, 35_000])
    }

    private func harder() -> NextRankAnswer {
        answer(
            Given.office(10, 10, 10), whole("a", most: 40), whole("b", most: 20), whole("c", most: 20),
            ranks: [Given.rank(65_000), Given.rank(nil)])
    }

    @Test("by triples when pairs are not enough")
    func triples() {
        let answer = answer(
            Given.office(10, 10, 10, 10), whole("a", most: 17), whole("b", most: 17), whole("c", most: 17),
            whole("d", most: 17), ranks: [Given.rank(60_000), Given.rank(nil)])
        #expect(codes(lifts(answer)) == [["a", "b", "c"], ["a", "b", "d"], ["a", "c", "d"], ["b", "c", "d"]])
        #expect(lifts(answer).map(\.movedPoints.rawValue) == [20_000, 20_000, 20_000, 20_000])
    }

    @Test("costs what its cheapest values cost")
    func cheapest() {
        let steps = Given.criterion("a", maximum: 40_000, Given.steps((0, 30_000), (1, 37_000), (2, 36_000)))
        let answer = answer(Given.office(0, 15), steps, whole("b", isChangeable: false))
        #expect(lifts(answer).map(\.movedPoints.rawValue) == [6_000])
        #expect(lifts(answer).first?.changes.map(\.to) == [2])
    }

    @Test("is ordered by changes, then points, then the scheme")
    func ordered() {
        let coarse = Given.criterion("coarse", maximum: 40_000, Given.steps((0, 15_000), (1, 25_000)))
        let answer = answer(Given.office(0, 30, 0), coarse, whole("fine"), whole("last", most: 20))
        #expect(codes(lifts(answer)) == [["fine"], ["last"], ["coarse"]])
    }

    @Test("lists at most ten")
    func ten() {
        let facts = Given.office(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
        let many = (0..<12).map { whole("c\($0)", most: 60) }
        let group = CriterionGroup(code: "g", title: Given.text("g"), maximum: Given.points(100_000), criteria: many)
        let found = lifts(NextRank(Given.engine(Given.scheme(groups: [group]))).answer(for: facts))
        #expect(codes(found) == (0..<10).map { ["c\($0)"] })
    }

    @Test("does not count on points beyond the group's maximum")
    func groupMaximum() {
        let answer = answer(Given.office(30, 10), whole("a"), whole("b"), maximum: 45_000)
        #expect(
            obstacles(answer) == [
                .attainablePoints(greatestTotal: Given.points(45_000), requiredTotal: Given.points(50_000))
            ])
    }

    @Test("may have to lower points for a condition")
    func atMost() {
        let condition = Given.condition(.criterion("a"), atMost: 20_000)
        let answer = answer(
            Given.office(30, 40), whole("a"), whole("b"), ranks: [Given.rank(50_000, condition), Given.rank(nil)])
        #expect(gap(answer)?.pointsMissing == .zero)
        #expect(gap(answer)?.unmetConditions.map(\.points.rawValue) == [30_000])
        #expect(lifts(answer).map { $0.changes.map(\.to) } == [[20]])
        #expect(lifts(answer).map(\.movedPoints.rawValue) == [10_000])
    }

    @Test("may lower one line and raise another")
    func lowerAndRaise() {
        let condition = Given.condition(.criterion("a"), atMost: 20_000)
        let answer = answer(
            Given.office(30, 25), whole("a"), whole("b"), ranks: [Given.rank(50_000, condition), Given.rank(nil)])
        #expect(lifts(answer).map { $0.changes.map(\.to) } == [[20, 30]])
        #expect(lifts(answer).map(\.movedPoints.rawValue) == [15_000])
    }

    @Test("may skip the next rank when only a better one is open")
    func skips() {
        let closed = Given.condition(.criterion("fixed"), atLeast: 1)
        let fixed = Given.criterion("fixed", isChangeable: false, Given.steps((0, 0)))
        let answer = answer(
            Given.office(30, 0), whole("a", most: 90), fixed,
            ranks: [Given.rank(60_000), Given.rank(40_000, closed), Given.rank(nil)])
        #expect(gap(answer)?.rank == 2)
        #expect(lifts(answer).map(\.rank) == [1])
        #expect(lifts(answer).map { $0.changes.map(\.to) } == [[60]])
    }

    @Test("answers a line that was not applicable, though that raises what is required")
    func notApplicable() {
        // 20 of 40 are 50 %; the threshold is 60 %. With b: 20 + x of 60 need 36.
        let answer = answer(
            Given.office(20, nil), whole("a", isChangeable: false), whole("b", most: 20, missing: .notApplicable),
            ranks: [Given.rank(36_000), Given.rank(nil)])
        #expect(gap(answer)?.requiredTotal.rawValue == 24_000)
        #expect(gap(answer)?.pointsMissing.rawValue == 4_000)
        let lift = lifts(answer).first
        #expect(lift?.changes.map(\.to) == [16])
        #expect(lift?.changes.first?.from == nil)
    }

    @Test("replaces a confirmed value")
    func confirmed() {
        let answer = answer(
            Given.office(40, 15, confirmed: [30]), whole("a"), whole("b", isChangeable: false))
        #expect(lifts(answer).first?.changes.map(\.from) == [30])
        #expect(lifts(answer).first?.changes.map(\.to) == [35])
    }

    @Test("chooses among options and answers")
    func optionsAndAnswers() {
        let tenure = Given.criterion("tenure", type: Given.options("a", "b", "c"), Given.table(0, 9_000, 6_000))
        let ramp = Given.criterion("ramp", type: .yesNo, Given.table(0, 5_000))
        let fixed = Given.criterion("fixed", maximum: 80_000, isChangeable: false, Given.steps((0, 45_000)))
        let answer = answer(Given.office(0, 0, 1), tenure, ramp, fixed)
        #expect(codes(lifts(answer)) == [["ramp"], ["tenure"]])
        #expect(lifts(answer).map { $0.changes.map(\.to) } == [[1], [2]])
    }

    @Test("of a carried declaration presumes that the carried values are declared")
    func carried() {
        let earlier = EarlierDeclaration(
            values: DeclaredValues(declared: [30, 15]), schemePlace: 0, wasCarriedAlready: false)
        let facts = Given.silentOffice(earlier: earlier)
        let answer = answer(facts, whole("a"), whole("b", isChangeable: false), policy: .carryForward)
        #expect(lifts(answer).map { $0.changes.map(\.to) } == [[35]])
    }
}

@Suite("why no lift exists")
struct ObstacleTests {
    @Test("a condition on what the office cannot change")
    func condition() {
        let fixed = Given.criterion("fixed", isChangeable: false, Given.steps((0, 1_000)))
        let condition = Given.condition(.criterion("fixed"), atLeast: 1_001)
        let answer = answer(
            Given.office(30, 1), whole("a", most: 80), fixed, ranks: [Given.rank(50_000, condition), Given.rank(nil)])
        guard case .condition(let shown) = obstacles(answer).first else {
            Issue.record("no condition in \(obstacles(answer))")
            return
        }
        #expect((shown.points.rawValue, shown.holds, shown.condition) == (1_000, false, condition))
        #expect(obstacles(answer).count == 1)
    }

    @Test("more than three changes")
    func moreThanThree() {
        let answer = answer(
            Given.office(0, 0, 0, 0), whole("a", most: 13), whole("b", most: 13), whole("c", most: 13),
            whole("d", most: 13))
        #expect(obstacles(answer) == [.threeChangesDoNotSuffice])
    }

    @Test("nothing to change")
    func nothing() {
        let answer = answer(Given.office(30), whole("a", isChangeable: false))
        #expect(
            obstacles(answer) == [
                .attainablePoints(greatestTotal: Given.points(30_000), requiredTotal: Given.points(50_000))
            ])
    }
}
