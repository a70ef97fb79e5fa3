/// All minimal sets of up to three criteria that lift an office, with solutions of the best ones.
struct LiftSets {
    let ground: LiftGround
    let targets: [LiftTarget]
    /// Sorted by number of changes, movement, and order of the scheme.
    private(set) var found: [Found] = []
    private let mostFound: Int
    private let effort: LiftEffort

    struct Found {
        /// Indices of the candidates, in rising order.
        let members: [Int]
        let solution: LiftSearch.Solution
    }

    init(_ ground: LiftGround, _ targets: [LiftTarget], mostFound: Int = 10, effort: LiftEffort = LiftEffort()) {
        (self.ground, self.targets, self.mostFound, self.effort) = (ground, targets, mostFound, effort)
        var working: Set<[Int]> = []
        for size in 1...3 where found.count < mostFound {
            let sets = minimalSets(of: size, without: working)
            // No later size needs to know whether a set of three works, so only the best ones are solved.
            let ofSize = size < 3 ? solved(sets) : bestSolved(sets, most: mostFound - found.count)
            working.formUnion(ofSize.map(\.members))
            found += ofSize.sorted { ($0.solution.movement, $0.members) < ($1.solution.movement, $1.members) }
        }
        found = Array(found.prefix(mostFound))
    }

    /// False if the effort ran out: the sets found do lift the office, but a cheaper one may exist.
    var hasTriedAll: Bool { effort.isLeft }

    private func minimalSets(of size: Int, without working: Set<[Int]>) -> [[Int]] {
        let count = ground.candidates.count
        var sets: [[Int]] = [[]]
        for _ in 0..<size {
            sets = sets.flatMap { set in ((set.last ?? -1) + 1..<max(count, (set.last ?? -1) + 1)).map { set + [$0] } }
            sets = sets.filter { !hasWorkingSubset($0, working) }
        }
        return sets
    }

    /// True if a working subset holds the last member: the set without it has no working subset.
    private func hasWorkingSubset(_ set: [Int], _ working: Set<[Int]>) -> Bool {
        guard let last = set.last, !working.isEmpty else { return false }
        if working.contains(set) || working.contains([last]) { return true }
        return set.count > 2 && set.dropLast().contains { working.contains([$0, last]) }
    }

    private func solved(_ sets: [[Int]]) -> [Found] {
        sets.compactMap { members in
            cheapest(searches(members)).map { Found(members: members, solution: $0) }
        }
    }

    /// Solves sets in the order of their least movement, and stops when no later set can be among the best.
    private func bestSolved(_ sets: [[Int]], most: Int) -> [Found] {
        let bounded = sets.compactMap { members -> (least: Int64, members: [Int])? in
            searches(members).map(\.leastMovement).min().map { ($0, members) }
        }
        var best: [Found] = []
        for (least, members) in bounded.sorted(by: { ($0.least, $0.members) < ($1.least, $1.members) }) {
            if best.count == most, let worst = best.last,
                (worst.solution.movement, worst.members) < (least, members)
            {
                break
            }
            let limit = best.count == most ? best.last.map { $0.solution.movement + 1 } : nil
            guard let solution = cheapest(searches(members), below: limit ?? .max) else { continue }
            best.append(Found(members: members, solution: solution))
            best.sort { ($0.solution.movement, $0.members) < ($1.solution.movement, $1.members) }
            if best.count > most { best.removeLast() }
        }
        return best
    }

    private func searches(_ members: [Int]) -> [LiftSearch] {
        let candidates = members.map { ground.candidates[$0] }
        return targets.compactMap { LiftSearch(ground, $0, candidates, effort) }
    }

    /// The cheapest solution over all better ranks.
    private func cheapest(_ searches: [LiftSearch], below limit: Int64 = .max) -> LiftSearch.Solution? {
        var best: LiftSearch.Solution?
        for var search in searches where search.leastMovement < best?.movement ?? limit {
            if let solution = search.cheapest(below: best?.movement ?? limit) { best = solution }
        }
        return best
    }
}

/// Orders sets of one size by the order of the scheme.
private func < (left: (Int64, [Int]), right: (Int64, [Int])) -> Bool {
    left.0 == right.0 ? left.1.lexicographicallyPrecedes(right.1) : left.0 < right.0
}
