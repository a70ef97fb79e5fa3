import RankingRules
import Testing

/// The points of the only line of an office.
private func points(
    _ value: Int64?, _ function: PointsFunction, type: Criterion.ValueType = .count(admissible: -1_000...1_000),
    rounding: Rounding = .halfAwayFromZero
) -> Int64 {
    let scheme = Given.scheme(Given.criterion("line", type: type, function), rounding: rounding)
    return Given.assess(Given.office(value), by: scheme).lines[0].points.rawValue
}

@Suite("The points of a line")
struct LineTests {
    @Test(
        "a step holds from its breakpoint on",
        arguments: [(-1, 1_000), (0, 1_000), (49, 1_000), (50, 3_000), (51, 3_000), (79, 3_000), (80, 500), (999, 500)])
    func steps(value: Int64, expected: Int64) {
        #expect(points(value, Given.steps((0, 1_000), (50, 3_000), (80, 500))) == expected)
    }

    @Test(
        "a straight line is clamped at both ends",
        arguments: [(9, 12_000), (10, 12_000), (11, 11_400), (29, 600), (30, 0), (31, 0)])
    func clamped(value: Int64, expected: Int64) {
        #expect(points(value, Given.lines((10, 12_000), (30, 0))) == expected)
    }

    @Test("two lines of a points function meet at their breakpoint", arguments: [(9, 9), (10, 10), (11, 13), (12, 16)])
    func innerBreakpoint(value: Int64, expected: Int64) {
        #expect(points(value, Given.lines((0, 0), (10, 10), (20, 40))) == expected)
    }

    @Test(
        "points halfway between two values are rounded away from zero",
        arguments: [(1, 1), (2, 1), (3, 2), (-1, -1), (-2, -1), (-3, -2)])
    func halves(value: Int64, expected: Int64) {
        #expect(points(value, Given.lines((-10, -5), (10, 5))) == expected)
    }

    @Test(
        "rounding down goes toward minus infinity",
        arguments: [(1, 0), (2, 1), (3, 1), (-1, -1), (-2, -1), (-3, -2)])
    func down(value: Int64, expected: Int64) {
        #expect(points(value, Given.lines((-10, -5), (10, 5)), rounding: .down) == expected)
    }

    @Test(
        "a falling line rounds its points, not the points lost",
        arguments: [(1, 7, 6), (2, 3, 3), (3, 0, 0), (0, 10, 10)])
    func falling(value: Int64, half: Int64, down: Int64) {
        let function = Given.lines((0, 10), (3, 0))
        #expect(points(value, function) == half)
        #expect(points(value, function, rounding: .down) == down)
    }

    @Test(
        "a falling line below zero rounds in the same way",
        arguments: [(1, -1, -1), (3, -2, -2), (5, -3, -3), (7, -4, -4)])
    func fallingBelowZero(value: Int64, half: Int64, down: Int64) {
        let function = Given.lines((0, 0), (10, -5))
        #expect(points(value, function) == half)
        #expect(points(value, function, rounding: .down) == down)
    }

    @Test(
        "thirds of a point below zero are rounded to the nearest value or down",
        arguments: [(1, -3, -4), (2, -7, -7), (3, -10, -10)])
    func thirdsBelowZero(value: Int64, half: Int64, down: Int64) {
        let function = Given.lines((0, 0), (3, -10))
        #expect(points(value, function) == half)
        #expect(points(value, function, rounding: .down) == down)
    }

    @Test("yes and no have their own points", arguments: [(0, 200), (1, 5_000)])
    func answers(value: Int64, expected: Int64) {
        #expect(points(value, Given.table(200, 5_000), type: .yesNo) == expected)
    }

    @Test("each option of a choice has its own points", arguments: [(0, 8_000), (1, 5_000), (2, 6_000)])
    func choice(value: Int64, expected: Int64) {
        let type = Given.options("owned", "leased", "shared")
        #expect(points(value, Given.table(8_000, 5_000, 6_000), type: type) == expected)
    }

    @Test("a decimal value is counted in its smallest unit", arguments: [(499, 0), (500, 3_000), (501, 3_000)])
    func decimal(value: Int64, expected: Int64) {
        let type = Criterion.ValueType.decimal(places: 1, admissible: 0...10_000)
        #expect(points(value, Given.steps((0, 0), (500, 3_000)), type: type) == expected)
    }

    @Test("values beyond 64-bit products stay exact")
    func wide() {
        let most = Int64(1) << 61
        let type = Criterion.ValueType.count(admissible: 0...most)
        #expect(points(most / 2, Given.lines((0, 0), (most, 9_001)), type: type) == 4_501)
        #expect(points(most / 2, Given.lines((0, 0), (most, 9_001)), type: type, rounding: .down) == 4_500)
    }

    @Test("the confirmed value replaces the declared one, and a missing confirmation does not")
    func confirmed() {
        let scheme = Given.scheme(
            Given.criterion("first", Given.identity(to: 100)), Given.criterion("second", Given.identity(to: 100)))
        let scored = Given.assess(Given.office(70, 80, confirmed: [60, nil]), by: scheme)
        #expect(scored.lines.map(\.points.rawValue) == [60, 80])
        #expect(scored.lines.map(\.value) == [Fraction(60), Fraction(80)])
    }

    @Test("a criterion has its own points function for each kind of office, or does not apply to it")
    func kinds() {
        let scheme = Given.scheme(
            Given.criterion("both", rural: Given.steps((0, 2_000)), Given.steps((0, 1_000))),
            Given.criterion("urban_only", kinds: [.urban], Given.steps((0, 4_000))))
        let urban = Given.assess(Given.office(1, 1), by: scheme)
        let rural = Given.assess(Given.office(1, 1, kind: .rural), by: scheme)
        #expect(urban.lines.map(\.points.rawValue) == [1_000, 4_000])
        #expect(rural.lines.map(\.points.rawValue) == [2_000, 0])
        #expect(rural.lines[1].state == .otherKind)
        #expect(rural.lines[1].value == nil)
        #expect(urban.fullMaximum.rawValue == 20_000)
        #expect(rural.fullMaximum.rawValue == 10_000)
    }
}

@Suite("Missing values")
struct MissingValueTests {
    private func assess(_ policy: MissingValuePolicy) -> Assessment {
        let scheme = Given.scheme(
            Given.criterion("given", maximum: 60_000, Given.steps((0, 45_000))),
            Given.criterion("absent", maximum: 40_000, missing: policy, Given.steps((0, 40_000))))
        return Given.assess(Given.office(1, nil), by: scheme)
    }

    @Test("a missing value gets no points and keeps its maximum")
    func noPoints() {
        let scored = assess(.noPoints)
        #expect(scored.lines[1] == ScoreLine(state: .missing, value: nil, points: .zero))
        #expect(scored.availableMaximum.rawValue == 100_000)
        #expect(scored.rank == 3)
    }

    @Test("a missing value that is not applicable takes its maximum out of the available maximum")
    func notApplicable() {
        let scored = assess(.notApplicable)
        #expect(scored.lines[1].state == .notApplicable)
        #expect(scored.fullMaximum.rawValue == 100_000)
        #expect(scored.availableMaximum.rawValue == 60_000)
        #expect(scored.total?.rawValue == 45_000)
        #expect(scored.rank == 1)
    }

    @Test("a missing value can leave the office insufficient, with its other lines scored")
    func insufficient() {
        let scored = assess(.insufficient)
        #expect(scored.standing == .insufficient)
        #expect(scored.lines.map(\.points.rawValue) == [45_000, 0])
        #expect(scored.total?.rawValue == 45_000)
        #expect((scored.rank, scored.rankBeforeCaps) == (nil, nil))
        #expect(scored.origin == nil)
    }

    @Test("an office is insufficient if none of its lines is applicable")
    func nothingAvailable() {
        let scheme = Given.scheme(Given.criterion("absent", missing: .notApplicable, Given.steps((0, 1))))
        let scored = Given.assess(Given.office(nil), by: scheme)
        #expect(scored.standing == .insufficient)
        #expect(scored.availableMaximum == .zero)
        #expect(scored.total == .zero)
    }

    @Test("a value not applicable lowers the available maximum only below the maximum of its group")
    func groupMaximumBinds() {
        func available(_ values: Int64?...) -> Int64 {
            let criteria = ["a", "b", "c"].map {
                Given.criterion($0, maximum: 10_000, missing: .notApplicable, Given.steps((0, 1)))
            }
            let group = CriterionGroup(
                code: "g", title: Given.text("g"), maximum: Given.points(20_000), criteria: criteria)
            let facts = Given.office(values[0], values[1], values[2])
            return Given.assess(facts, by: Given.scheme(groups: [group])).availableMaximum.rawValue
        }
        #expect(available(1, 1, 1) == 20_000)
        #expect(available(1, 1, nil) == 20_000)
        #expect(available(1, nil, nil) == 10_000)
    }
}
