import Testing

@testable import RankingRules

/// Every amount, listed by trying every value.
private struct ListedPoints {
    let values: ClosedRange<Int64>
    let points: @Sendable (Int64) -> Int64

    var sorted: [Int64] { Set(values.map(points)).sorted() }

    func value(with amount: Int64, nearest present: Int64?) -> Int64? {
        let rises = points(values.lowerBound) <= points(values.upperBound)
        let candidates = values.filter { points($0) == amount }
        guard let present else { return rises ? candidates.first : candidates.last }
        return candidates.min { (abs($0 - present), $0) < (abs($1 - present), $1) }
    }
}

@Suite("The points that a criterion can have")
struct AttainablePointsTests {
    private func plan(_ function: PointsFunction, _ range: ClosedRange<Int64>, _ rounding: Rounding) -> KindPlan {
        let criterion = Given.criterion("a", type: .decimal(places: 1, admissible: range), function)
        return KindPlan(Given.scheme(groups: [Given.group("g", criterion)], rounding: rounding), kind: .urban)
    }

    private func function(_ range: ClosedRange<Int64>, _ random: inout some RandomNumberGenerator) -> PointsFunction {
        let scale: Int64 = [3, 40, 5_000].randomElement(using: &random) ?? 3
        let values = Set(
            (0..<Int.random(in: 1...6, using: &random)).map { _ in Int64.random(in: range, using: &random) })
        let breakpoints = values.sorted().map {
            PointsFunction.Breakpoint(
                value: $0, points: Points(rawValue: Int64.random(in: -scale...scale, using: &random)))
        }
        return Bool.random(using: &random) ? .lines(breakpoints) : .steps(breakpoints)
    }

    @Test("a criterion's attainable points equal those of a list of all its values")
    func likeAList() {
        var random = SeededGenerator(seed: printedSeed())
        for _ in 0..<600 {
            let low = Int64.random(in: -60...60, using: &random)
            let range = low...low + Int64.random(in: 0...120, using: &random)
            let plan = plan(
                function(range, &random), range, Rounding.allCases.randomElement(using: &random) ?? .down)
            let found = AttainablePoints(of: plan.lines[0], .count(admissible: range), in: plan)
            let listed = ListedPoints(values: range) {
                plan.points(of: plan.lines[0], at: Fraction(Int128($0))).rawValue
            }
            compare(found, listed, &random)
        }
    }

    private func compare(
        _ found: AttainablePoints, _ listed: ListedPoints, _ random: inout some RandomNumberGenerator
    ) {
        let sorted = listed.sorted
        #expect((found.least, found.most) == (sorted[0], sorted[sorted.count - 1]))
        #expect(found.count == sorted.count)
        for _ in 0..<20 {
            let limit = Int64.random(in: found.least - 2...found.most + 2, using: &random)
            #expect(found.first(atLeast: limit) == sorted.first { $0 >= limit })
            #expect(found.last(atMost: limit) == sorted.last { $0 <= limit })
            let divisor = sorted.reduce(0) { greatestCommonDivisor($0, abs($1 - limit)) }
            #expect(found.granularity(from: limit) == divisor)
            let amount = sorted.randomElement(using: &random) ?? limit
            let present = Bool.random(using: &random) ? Int64.random(in: listed.values, using: &random) : nil
            #expect(found.value(with: amount, nearest: present) == listed.value(with: amount, nearest: present))
            if !sorted.contains(limit) { #expect(found.value(with: limit, nearest: present) == nil) }
        }
    }

    @Test("a criterion's attainable points are tried outward from the present ones, nearest first, within bounds")
    func outward() {
        let plan = plan(Given.lines((0, 0), (10, 30)), 0...10, .down)
        let attainable = AttainablePoints(of: plan.lines[0], .count(admissible: 0...10), in: plan)
        var points = OutwardPoints(attainable, from: 12, within: PointsBounds(low: 4, high: 20))
        #expect(sequence(state: ()) { _ in points.next() }.map { $0 } == [12, 15, 9, 18, 6])
        var far = OutwardPoints(attainable, from: 0, within: PointsBounds(low: 20, high: 25))
        #expect(sequence(state: ()) { _ in far.next() }.map { $0 } == [21, 24])
    }

    @Test("an office gets its lifts even if each criterion has a thousand million attainable points")
    func fine() {
        let most: Int64 = 1_000_000_000_000_000
        let criteria = ["a", "b", "c"].map {
            Given.criterion(
                $0, type: .count(admissible: 0...most), maximum: 1_000_000_000,
                Given.lines((0, 0), (most, 1_000_000_000)))
        }
        let group = CriterionGroup(
            code: "g", title: Given.text("g"), maximum: Given.points(1_048_576), criteria: criteria)
        let scheme = Given.scheme(groups: [group], ranks: [Given.rank(750_000), Given.rank(nil)])
        let answer = NextRank(Given.engine(scheme)).answer(for: Given.office(0, 0, 0))
        #expect(GivenLift.lifts(answer).map(\.movedPoints.rawValue) == [750_000, 750_000, 750_000])
    }

    @Test("an office is told if its criteria have too many combinations to try")
    func tooManyWays() {
        let criteria = ["a", "b"].map {
            Given.criterion(
                $0, type: .count(admissible: 0...200_000_000), maximum: 400_000_000,
                Given.lines((0, 0), (200_000_000, 400_000_000)))
        }
        let group = CriterionGroup(
            code: "g", title: Given.text("g"), maximum: Given.points(800_000_000), criteria: criteria)
        let odd = [
            Given.condition(.group("g"), atLeast: 300_000_001), Given.condition(.group("g"), atMost: 300_000_001),
        ]
        let scheme = Given.scheme(groups: [group], ranks: [Given.rank(1, odd[0], odd[1]), Given.rank(nil)])
        let answer = NextRank(Given.engine(scheme)).answer(for: Given.office(0, 0))
        #expect(GivenLift.obstacles(answer) == [.tooManyWaysToTry])
    }
}
