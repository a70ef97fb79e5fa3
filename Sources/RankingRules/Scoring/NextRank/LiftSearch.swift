/// Searches the attainable points for the cheapest change of one set of criteria that reaches one rank.
struct LiftSearch {
    /// A lower bound: no change moves fewer points.
    let leastMovement: Int64
    private var bound: LiftBound
    /// For each member, a number of which all its changes and those of later members are multiples.
    private let granularities: [Int64]
    private var best: Solution?
    private var limit: Int64
    private let effort: LiftEffort

    struct Solution: Sendable {
        /// The sum of the absolute changes of the lines.
        let movement: Int64
        /// The new points by index of the criterion.
        let points: [(index: Int, points: Int64)]
    }

    /// Nil if the rank is certainly out of reach. The members with the fewest attainable points come first, so that the
    /// widest choice is at the deepest level of the search.
    init?(_ ground: LiftGround, _ target: LiftTarget, _ members: [LiftCandidate], _ effort: LiftEffort) {
        let ordered = members.sorted {
            ($0.attainable.count, $0.index) < ($1.attainable.count, $1.index)
        }
        guard let bound = LiftBound(ground, target, ordered), let least = bound.leastMovement() else { return nil }
        granularities = ordered.indices.map { index in
            ordered[index...].reduce(0) { greatestCommonDivisor($0, $1.granularity) }
        }
        leastMovement = Self.roundedUp(least, to: granularities[0])
        limit = .max
        self.bound = bound
        self.effort = effort
    }

    /// Nil if no attainable change moves less than the limit.
    mutating func cheapest(below limit: Int64 = .max) -> Solution? {
        self.limit = limit
        fix(0, moved: 0)
        return best
    }

    private mutating func fix(_ index: Int, moved: Int64) {
        guard index < bound.members.count - 1 else { return fixLast(moved: moved) }
        guard let least = leastMovement(from: index, moved: moved), least < limit else { return }
        let whole = bound.bounds[index]
        let partner = bound.onlyFreePartner(of: index)
        let partnerBounds = partner.map { bound.bounds[$0] }
        let member = bound.members[index]
        var outward = OutwardPoints(member.attainable, from: member.presentPoints, within: whole)
        while let points = outward.next(), effort.spend(member.attainable.partCount) {
            let movement = moved + abs(points - member.presentPoints)
            if movement >= limit { break }
            bound.bounds[index] = PointsBounds(low: points, high: points)
            if let partner, let partnerBounds { bound.narrow(partner, within: partnerBounds) }
            if let next = leastMovement(from: index + 1, moved: movement), next < limit {
                fix(index + 1, moved: movement)
            }
            if limit <= least { break }
        }
        bound.bounds[index] = whole
        if let partner, let partnerBounds { bound.bounds[partner] = partnerBounds }
    }

    /// The least movement if the members before an index are fixed; the rest is a multiple of their granularity.
    private func leastMovement(from index: Int, moved: Int64) -> Int64? {
        bound.leastMovement().map { moved + Self.roundedUp($0 - moved, to: granularities[index]) }
    }

    private static func roundedUp(_ movement: Int64, to granularity: Int64) -> Int64 {
        granularity > 1 ? (movement + granularity - 1) / granularity * granularity : movement
    }

    private mutating func fixLast(moved: Int64) {
        let last = bound.members.count - 1
        let member = bound.members[last]
        let bounds = bound.boundsOfLast()
        guard let points = member.attainable.nearest(to: member.presentPoints, within: bounds) else { return }
        let movement = moved + abs(points - member.presentPoints)
        guard movement < limit else { return }
        limit = movement
        var solution = bound.members.indices.map { (bound.members[$0].index, bound.bounds[$0].low) }
        solution[last].1 = points
        best = Solution(movement: movement, points: solution)
    }
}

/// The remaining effort of a search: sets of three criteria with a thousand million amounts each cannot be searched
/// fully.
final class LiftEffort {
    /// The greatest number of amounts tried for the lifts of one office: about a second.
    static let most = 200_000
    private var left: Int

    init(_ most: Int = most) {
        left = most
    }

    /// False once the effort is used up.
    var isLeft: Bool { left > 0 }

    func spend(_ amount: Int) -> Bool {
        left -= amount
        return isLeft
    }
}

/// Attainable points within bounds, from the present ones outward: the nearest first, of two equally near ones the
/// greater.
struct OutwardPoints {
    private let attainable: AttainablePoints
    private let present: Int64
    private let bounds: PointsBounds
    private var above: Int64?
    private var below: Int64?

    init(_ attainable: AttainablePoints, from present: Int64, within bounds: PointsBounds) {
        (self.attainable, self.present, self.bounds) = (attainable, present, bounds)
        (above, below) = (nil, nil)
        above = upward(from: max(present, bounds.low))
        below = downward(from: min(present - 1, bounds.high))
    }

    mutating func next() -> Int64? {
        if let above, below.map({ above - present <= present - $0 }) ?? true {
            self.above = upward(from: above + 1)
            return above
        }
        guard let below else { return nil }
        self.below = downward(from: below - 1)
        return below
    }

    private func upward(from least: Int64) -> Int64? {
        attainable.first(atLeast: least).flatMap { $0 <= bounds.high ? $0 : nil }
    }

    private func downward(from most: Int64) -> Int64? {
        attainable.last(atMost: most).flatMap { $0 >= bounds.low ? $0 : nil }
    }
}
