import RankingRules
import Testing

@Suite("Lifts to the next rank")
struct LiftTests {
    @Test("a lift by one criterion adds exactly the missing points")
    func single() {
        let answer = GivenLift.answer(
            Given.office(30, 15), GivenLift.whole("a"), GivenLift.whole("b", isChangeable: false))
        #expect(GivenLift.gap(answer)?.rank == 2)
        #expect(GivenLift.gap(answer)?.pointsMissing.rawValue == 5_000)
        let lift = GivenLift.lifts(answer).first
        #expect(lift?.changes.map(\.to) == [35])
        #expect(lift?.changes.map(\.from) == [30])
        #expect((lift?.movedPoints.rawValue, lift?.rank, lift?.total.rawValue) == (5_000, 2, 50_000))
    }

    @Test(
        "a lift takes the smallest sufficient value between breakpoints: two tenths give 0.0857… points",
        arguments: [(49_915, 102, 86), (49_914, 102, 86), (49_913, 103, 129)])
    func betweenBreakpoints(others: Int64, value: Int64, points: Int64) {
        let fine = Given.criterion(
            "fine", type: .decimal(places: 1, admissible: 0...1_000), maximum: 30_000,
            Given.lines((100, 0), (800, 30_000)))
        let fixed = Given.criterion("fixed", maximum: 70_000, isChangeable: false, Given.steps((0, others)))
        let lift = GivenLift.lifts(GivenLift.answer(Given.office(100, 1), fine, fixed)).first
        #expect(lift?.changes.map(\.to) == [value])
        #expect(lift?.changes.map(\.pointsAfter.rawValue) == [points])
    }

    @Test("a lift lowers the value of a falling function no further than needed")
    func falling() {
        let falling = Given.criterion("waiting", maximum: 30_000, Given.lines((0, 30_000), (30, 0)))
        let fixed = Given.criterion("fixed", maximum: 70_000, isChangeable: false, Given.steps((0, 45_000)))
        #expect(GivenLift.lifts(GivenLift.answer(Given.office(30, 1), falling, fixed)).first?.changes.map(\.to) == [25])
        #expect(
            GivenLift.lifts(GivenLift.answer(Given.office(nil, 1), falling, fixed)).first?.changes.map(\.to) == [25])
    }

    @Test("a lift by two criteria is listed only if neither suffices alone")
    func pairs() {
        let answer = GivenLift.answer(
            Given.office(10, 10, 10), GivenLift.whole("a", most: 40), GivenLift.whole("b", most: 19),
            GivenLift.whole("c", most: 19),
            ranks: [Given.rank(50_000), Given.rank(nil)])
        #expect(GivenLift.codes(GivenLift.lifts(answer)) == [["a"]])
        let harder = self.harder()
        #expect(GivenLift.codes(GivenLift.lifts(harder)) == [["a", "b"], ["a", "c"]])
        #expect(GivenLift.lifts(harder).map(\.movedPoints.rawValue) == [35_000, 35_000])
    }

    private func harder() -> NextRankAnswer {
        GivenLift.answer(
            Given.office(10, 10, 10), GivenLift.whole("a", most: 40), GivenLift.whole("b", most: 20),
            GivenLift.whole("c", most: 20),
            ranks: [Given.rank(65_000), Given.rank(nil)])
    }

    @Test("lifts by three criteria are listed if two do not suffice")
    func triples() {
        let answer = GivenLift.answer(
            Given.office(10, 10, 10, 10), GivenLift.whole("a", most: 17), GivenLift.whole("b", most: 17),
            GivenLift.whole("c", most: 17),
            GivenLift.whole("d", most: 17), ranks: [Given.rank(60_000), Given.rank(nil)])
        #expect(
            GivenLift.codes(GivenLift.lifts(answer)) == [
                ["a", "b", "c"], ["a", "b", "d"], ["a", "c", "d"], ["b", "c", "d"],
            ])
        #expect(GivenLift.lifts(answer).map(\.movedPoints.rawValue) == [20_000, 20_000, 20_000, 20_000])
    }

    @Test("a lift takes the values that move the fewest points")
    func cheapest() {
        let steps = Given.criterion("a", maximum: 40_000, Given.steps((0, 30_000), (1, 37_000), (2, 36_000)))
        let answer = GivenLift.answer(Given.office(0, 15), steps, GivenLift.whole("b", isChangeable: false))
        #expect(GivenLift.lifts(answer).map(\.movedPoints.rawValue) == [6_000])
        #expect(GivenLift.lifts(answer).first?.changes.map(\.to) == [2])
    }

    @Test("lifts are ordered by number of changes, then points, then the scheme")
    func ordered() {
        let coarse = Given.criterion("coarse", maximum: 40_000, Given.steps((0, 15_000), (1, 25_000)))
        let answer = GivenLift.answer(
            Given.office(0, 30, 0), coarse, GivenLift.whole("fine"), GivenLift.whole("last", most: 20))
        #expect(GivenLift.codes(GivenLift.lifts(answer)) == [["fine"], ["last"], ["coarse"]])
    }

    @Test("at most ten lifts are listed")
    func ten() {
        let facts = Given.office(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
        let many = (0..<12).map { GivenLift.whole("c\($0)", most: 60) }
        let group = CriterionGroup(code: "g", title: Given.text("g"), maximum: Given.points(100_000), criteria: many)
        let found = GivenLift.lifts(NextRank(Given.engine(Given.scheme(groups: [group]))).answer(for: facts))
        #expect(GivenLift.codes(found) == (0..<10).map { ["c\($0)"] })
    }

    @Test("a lift does not count points beyond a group's maximum")
    func groupMaximum() {
        let answer = GivenLift.answer(Given.office(30, 10), GivenLift.whole("a"), GivenLift.whole("b"), maximum: 45_000)
        #expect(
            GivenLift.obstacles(answer) == [
                .attainablePoints(greatestTotal: Given.points(45_000), requiredTotal: Given.points(50_000))
            ])
    }

    @Test("a lift may lower points to meet a condition")
    func atMost() {
        let condition = Given.condition(.criterion("a"), atMost: 20_000)
        let answer = GivenLift.answer(
            Given.office(30, 40), GivenLift.whole("a"), GivenLift.whole("b"),
            ranks: [Given.rank(50_000, condition), Given.rank(nil)])
        #expect(GivenLift.gap(answer)?.pointsMissing == .zero)
        #expect(GivenLift.gap(answer)?.unmetConditions.map(\.points.rawValue) == [30_000])
        #expect(GivenLift.lifts(answer).map { $0.changes.map(\.to) } == [[20]])
        #expect(GivenLift.lifts(answer).map(\.movedPoints.rawValue) == [10_000])
    }

    @Test("a lift may lower one line and raise another")
    func lowerAndRaise() {
        let condition = Given.condition(.criterion("a"), atMost: 20_000)
        let answer = GivenLift.answer(
            Given.office(30, 25), GivenLift.whole("a"), GivenLift.whole("b"),
            ranks: [Given.rank(50_000, condition), Given.rank(nil)])
        #expect(GivenLift.lifts(answer).map { $0.changes.map(\.to) } == [[20, 30]])
        #expect(GivenLift.lifts(answer).map(\.movedPoints.rawValue) == [15_000])
    }

    @Test("a lift may skip the next rank if only a better one is open")
    func skips() {
        let closed = Given.condition(.criterion("fixed"), atLeast: 1)
        let fixed = Given.criterion("fixed", isChangeable: false, Given.steps((0, 0)))
        let answer = GivenLift.answer(
            Given.office(30, 0), GivenLift.whole("a", most: 90), fixed,
            ranks: [Given.rank(60_000), Given.rank(40_000, closed), Given.rank(nil)])
        #expect(GivenLift.gap(answer)?.rank == 2)
        #expect(GivenLift.lifts(answer).map(\.rank) == [1])
        #expect(GivenLift.lifts(answer).map { $0.changes.map(\.to) } == [[60]])
    }

    @Test("a lift may answer a line that was not applicable, though that raises the required total")
    func notApplicable() {
        // 20 of 40 are 50 %; the threshold is 60 %. With b: 20 + x of 60 need 36.
        let answer = GivenLift.answer(
            Given.office(20, nil), GivenLift.whole("a", isChangeable: false),
            GivenLift.whole("b", most: 20, missing: .notApplicable),
            ranks: [Given.rank(36_000), Given.rank(nil)])
        #expect(GivenLift.gap(answer)?.requiredTotal.rawValue == 24_000)
        #expect(GivenLift.gap(answer)?.pointsMissing.rawValue == 4_000)
        let lift = GivenLift.lifts(answer).first
        #expect(lift?.changes.map(\.to) == [16])
        #expect(lift?.changes.first?.from == nil)
    }

    @Test("a lift replaces a confirmed value")
    func confirmed() {
        let answer = GivenLift.answer(
            Given.office(40, 15, confirmed: [30]), GivenLift.whole("a"), GivenLift.whole("b", isChangeable: false))
        #expect(GivenLift.lifts(answer).first?.changes.map(\.from) == [30])
        #expect(GivenLift.lifts(answer).first?.changes.map(\.to) == [35])
    }

    @Test("a lift chooses among options and answers")
    func optionsAndAnswers() {
        let tenure = Given.criterion("tenure", type: Given.options("a", "b", "c"), Given.table(0, 9_000, 6_000))
        let ramp = Given.criterion("ramp", type: .yesNo, Given.table(0, 5_000))
        let fixed = Given.criterion("fixed", maximum: 80_000, isChangeable: false, Given.steps((0, 45_000)))
        let answer = GivenLift.answer(Given.office(0, 0, 1), tenure, ramp, fixed)
        #expect(GivenLift.codes(GivenLift.lifts(answer)) == [["ramp"], ["tenure"]])
        #expect(GivenLift.lifts(answer).map { $0.changes.map(\.to) } == [[1], [2]])
    }

    @Test("a lift of a carried declaration assumes that the carried values are declared")
    func carried() {
        let earlier = EarlierDeclaration(
            values: SaidValues(declared: [30, 15]), schemeIndex: 0, wasCarriedAlready: false)
        let facts = Given.silentOffice(earlier: earlier)
        let answer = GivenLift.answer(
            facts, GivenLift.whole("a"), GivenLift.whole("b", isChangeable: false), policy: .carryForward)
        #expect(GivenLift.lifts(answer).map { $0.changes.map(\.to) } == [[35]])
    }
}
