import RankingRules
import Testing

/// The same search by trying every value of every set of up to three criteria.
private struct ExhaustiveSearch {
    let engine: ScoringEngine
    let facts: OfficeFacts
    let rank: Int
    let before: [ScoreLine]

    struct Found: Equatable, CustomStringConvertible {
        let places: [Int]
        let movement: Int64

        var description: String { "\(places): \(movement)" }
    }

    /// All minimal sets, ordered as lifts are.
    func found() -> [Found] {
        let places = engine.scheme.criteria.indices.filter {
            engine.scheme.criteria[$0].isChangeable && before[$0].state != .otherKind
        }
        var found: [Found] = []
        for size in 1...3 {
            let sets = sets(of: size, from: places).filter { set in
                !found.contains { Set($0.places).isSubset(of: set) }
            }
            let ofSize = sets.compactMap { set in
                cheapest(set[...], facts, moved: 0).map { Found(places: set, movement: $0) }
            }
            found += ofSize.sorted {
                $0.movement == $1.movement
                    ? $0.places.lexicographicallyPrecedes($1.places) : $0.movement < $1.movement
            }
        }
        return found
    }

    private func sets(of size: Int, from places: [Int]) -> [[Int]] {
        guard size > 0 else { return [[]] }
        return places.indices.flatMap { first in
            sets(of: size - 1, from: Array(places[(first + 1)...])).map { [places[first]] + $0 }
        }
    }

    private func cheapest(_ places: ArraySlice<Int>, _ changed: OfficeFacts, moved: Int64) -> Int64? {
        guard let index = places.first else {
            let scored = engine.assess(changed)
            guard let newRank = scored.rank, newRank < rank else { return nil }
            return zip(scored.lines, before).reduce(0) { $0 + abs($1.0.points.rawValue - $1.1.points.rawValue) }
        }
        var cheapest: Int64?
        for value in values(of: engine.scheme.criteria[index].valueType) {
            var next = changed
            next.values.declared[index] = value
            if let movement = self.cheapest(places.dropFirst(), next, moved: moved) {
                cheapest = min(cheapest ?? .max, movement)
            }
        }
        return cheapest
    }

    private func values(of type: Criterion.ValueType) -> ClosedRange<Int64> {
        switch type {
        case .count(let range), .decimal(_, let range): range
        case .yesNo: 0...1
        case .choice(let options): 0...Int64(options.count - 1)
        }
    }
}

/// Small schemes in which groups bind, conditions contradict, functions fall and values are missing.
private struct RandomScheme {
    var random: SeededGenerator
    /// The greatest value of a criterion.
    let most: Int64
    let criteria: ClosedRange<Int>

    mutating func scheme() -> Scheme {
        let first = (0..<Int.random(in: criteria, using: &random)).map { criterion("a\($0)") }
        let second = (0..<Int.random(in: criteria, using: &random)).map { criterion("b\($0)") }
        let groups = [("a", first), ("b", second)].map { code, criteria in
            let maxima = criteria.reduce(0) { $0 + $1.maximum.rawValue }
            let maximum = Bool.random(using: &random) ? maxima : maxima * Int64.random(in: 5...9, using: &random) / 10
            return CriterionGroup(
                code: code, title: Given.text(code), maximum: Given.points(max(maximum, 1)), criteria: criteria)
        }
        let full = groups.reduce(0) { $0 + $1.maximum.rawValue }
        let codes = groups.flatMap(\.criteria).map(\.code)
        let best = full * Int64.random(in: 60...90, using: &random) / 100
        let ranks = [
            Given.rank(best, condition(codes), condition(codes)),
            Given.rank(best * Int64.random(in: 50...95, using: &random) / 100, condition(codes)), Given.rank(nil),
        ]
        let rounding = Rounding.allCases.randomElement(using: &random) ?? .down
        return Given.scheme(
            groups: groups, ranks: ranks, penalties: Given.penalties(Given.rule(points: [7])), rounding: rounding,
            minimumTotal: Int64.random(in: 0...2, using: &random))
    }

    mutating func facts(_ scheme: Scheme) -> OfficeFacts {
        var facts = Given.office(
            decisions: Bool.random(using: &random) ? [Given.decision(on: "1400-02-01")] : [])
        facts.values = SaidValues(
            declared: scheme.criteria.map { criterion in
                let most: Int64 =
                    switch criterion.valueType {
                    case .count(let range), .decimal(_, let range): range.upperBound
                    case .yesNo: 1
                    case .choice(let options): Int64(options.count - 1)
                    }
                let isMissing = Int.random(in: 0..<5, using: &random) == 0
                return isMissing ? nil : Int64.random(in: 0...most, using: &random)
            })
        return facts
    }

    private mutating func criterion(_ code: String) -> Criterion {
        let most = Int64.random(in: 1...most, using: &random)
        let isChangeable = Int.random(in: 0..<6, using: &random) > 0
        let missing: MissingValuePolicy = Bool.random(using: &random) ? .noPoints : .notApplicable
        let (type, function) = typeAndFunction(most)
        return Given.criterion(
            code, type: type, maximum: 40, isChangeable: isChangeable, missing: missing, function)
    }

    private mutating func typeAndFunction(_ most: Int64) -> (Criterion.ValueType, PointsFunction) {
        let range = 0...most
        switch Int.random(in: 0..<5, using: &random) {
        case 0: return (.yesNo, Given.table(amount(), amount()))
        case 1: return (Given.options("x", "y", "z"), Given.table(amount(), amount(), amount()))
        case 2: return (.count(admissible: range), .steps(breakpoints(most)))
        default: return (.decimal(places: 1, admissible: range), .lines(breakpoints(most)))
        }
    }

    private mutating func breakpoints(_ most: Int64) -> [PointsFunction.Breakpoint] {
        (0...most).filter { _ in Int64.random(in: 0...most, using: &random) < 3 }.map {
            PointsFunction.Breakpoint(value: $0, points: Given.points(amount()))
        } + [.init(value: most + 1, points: Given.points(amount()))]
    }

    private mutating func amount() -> Int64 {
        Int64.random(in: 0...40, using: &random)
    }

    private mutating func condition(_ codes: [String]) -> RankCondition {
        let subject: RankCondition.Subject =
            Bool.random(using: &random) ? .group("a") : .criterion(codes.randomElement(using: &random) ?? codes[0])
        let amount = amount()
        return Int.random(in: 0..<3, using: &random) == 0
            ? Given.condition(subject, atMost: amount) : Given.condition(subject, atLeast: amount / 2)
    }
}

@Suite("Lifts and an exhaustive search")
struct ExhaustiveLiftTests {
    private func compare(seed: UInt64, most: Int64, criteria: ClosedRange<Int>) -> Int {
        var given = RandomScheme(random: SeededGenerator(seed: seed), most: most, criteria: criteria)
        let engine = Given.engine(given.scheme())
        let facts = given.facts(engine.scheme)
        let scored = engine.assess(facts)
        guard let rank = scored.rank, rank > 1 else { return 0 }
        let search = ExhaustiveSearch(engine: engine, facts: facts, rank: rank, before: scored.lines)
        let expected = Array(search.found().prefix(10))
        let answer = NextRank(engine).answer(for: facts)
        let lifts: [Lift] = if case .reachable(_, let lifts) = answer { lifts } else { [] }
        let found = lifts.map {
            ExhaustiveSearch.Found(places: $0.changes.map(\.index), movement: $0.movedPoints.rawValue)
        }
        #expect(found == expected, "seed \(seed)")
        if case .outOfReach(_, let obstacles) = answer { #expect(!obstacles.isEmpty, "seed \(seed)") }
        return expected.map(\.places.count).max() ?? 0
    }

    @Test("lifts agree with an exhaustive search on small schemes of many criteria")
    func manyCriteria() {
        let seed = printedSeed()
        var deepest: [Int: Int] = [:]
        for round in 0..<400 {
            deepest[compare(seed: seed &+ UInt64(round), most: 4, criteria: 1...3), default: 0] += 1
        }
        print("lifts of many criteria: sizes \(deepest)")
    }

    @Test("lifts agree with an exhaustive search on schemes of fine values")
    func fineValues() {
        let seed = printedSeed()
        for round in 0..<40 { _ = compare(seed: seed &+ UInt64(round), most: 20, criteria: 1...2) }
    }
}
