/// The cheapest points of one set of criteria that reach one rank, over everything attainable.
struct LiftSearch {
    /// No change is cheaper.
    let leastMovement: Int64
    private var bound: LiftBound
    /// By member: what its changes and those of the members after it are multiples of.
    private let granularities: [Int64]
    private var best: Solution?
    private var limit: Int64

    struct Solution: Sendable {
        /// Σ of the absolute changes of the lines.
        let movement: Int64
        /// By place of the criterion.
        let points: [(place: Int, points: Int64)]
    }

    /// Nil when the rank is out of reach for certain. The search is deepest where the choice is widest, so the members
    /// with the fewest attainable points come first.
    init?(_ ground: LiftGround, _ target: LiftTarget, _ members: [LiftCandidate]) {
        let ordered = members.sorted {
            ($0.attainable.points.count, $0.place) < ($1.attainable.points.count, $1.place)
        }
        guard let bound = LiftBound(ground, target, ordered), let least = bound.leastMovement() else { return nil }
        granularities = ordered.indices.map { place in
            ordered[place...].reduce(0) { LiftCandidate.greatestCommonDivisor($0, $1.granularity) }
        }
        leastMovement = Self.roundedUp(least, to: granularities[0])
        limit = .max
        self.bound = bound
    }

    /// Nil when nothing attainable moves less than the limit.
    mutating func cheapest(below limit: Int64 = .max) -> Solution? {
        self.limit = limit
        fix(0, moved: 0)
        return best
    }

    private mutating func fix(_ place: Int, moved: Int64) {
        guard place < bound.members.count - 1 else { return fixLast(moved: moved) }
        guard let least = leastMovement(from: place, moved: moved), least < limit else { return }
        let whole = bound.bounds[place]
        let partner = bound.onlyFreePartner(of: place)
        let partnerBounds = partner.map { bound.bounds[$0] }
        let member = bound.members[place]
        var outward = OutwardPoints(member.attainable.points, from: member.presentPoints)
        while let points = outward.next() {
            let movement = moved + abs(points - member.presentPoints)
            if movement >= limit { break }
            guard whole.contains(points) else { continue }
            bound.bounds[place] = PointsBounds(low: points, high: points)
            if let partner, let partnerBounds { bound.narrow(partner, within: partnerBounds) }
            if let next = leastMovement(from: place + 1, moved: movement), next < limit {
                fix(place + 1, moved: movement)
            }
            if limit <= least { break }
        }
        bound.bounds[place] = whole
        if let partner, let partnerBounds { bound.bounds[partner] = partnerBounds }
    }

    /// Of all members, those before a place being fixed; what is left to move is a multiple of their granularity.
    private func leastMovement(from place: Int, moved: Int64) -> Int64? {
        bound.leastMovement().map { moved + Self.roundedUp($0 - moved, to: granularities[place]) }
    }

    private static func roundedUp(_ movement: Int64, to granularity: Int64) -> Int64 {
        granularity > 1 ? (movement + granularity - 1) / granularity * granularity : movement
    }

    private mutating func fixLast(moved: Int64) {
        let last = bound.members.count - 1
        let member = bound.members[last]
        let bounds = bound.boundsOfLast()
        guard let points = OutwardPoints.nearest(to: member.presentPoints, in: member.attainable.points, bounds)
        else { return }
        let movement = moved + abs(points - member.presentPoints)
        guard movement < limit else { return }
        limit = movement
        var solution = bound.members.indices.map { (bound.members[$0].place, bound.bounds[$0].low) }
        solution[last].1 = points
        best = Solution(movement: movement, points: solution)
    }
}

/// Attainable points from the present ones outward, the nearest first and of two equally near ones the greater.
struct OutwardPoints {
    private let points: [Int64]
    private let present: Int64
    private var below: Int
    private var above: Int

    init(_ points: [Int64], from present: Int64) {
        self.points = points
        self.present = present
        above = points.firstPlace(atLeast: present)
        below = above - 1
    }

    mutating func next() -> Int64? {
        let hasAbove = above < points.count
        guard hasAbove || below >= 0 else { return nil }
        if hasAbove, below < 0 || points[above] - present <= present - points[below] {
            defer { above += 1 }
            return points[above]
        }
        defer { below -= 1 }
        return points[below]
    }

    static func nearest(to present: Int64, in points: [Int64], _ bounds: PointsBounds) -> Int64? {
        guard !bounds.isEmpty else { return nil }
        let from = bounds.clamped(present)
        let above = points.firstPlace(atLeast: from)
        let upper = above < points.count && points[above] <= bounds.high ? points[above] : nil
        let lower = above > 0 && points[above - 1] >= bounds.low ? points[above - 1] : nil
        guard let upper, let lower else { return upper ?? lower }
        return abs(upper - present) <= abs(present - lower) ? upper : lower
    }
}
