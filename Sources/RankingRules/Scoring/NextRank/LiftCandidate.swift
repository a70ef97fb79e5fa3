/// A criterion that the office can change, with its present state.
struct LiftCandidate: Sendable {
    /// Index of the criterion in the scheme.
    let index: Int
    let group: Int
    let presentValue: Int64?
    let presentPoints: Int64
    /// True if a value would add the line's maximum to the available maximum.
    let isNotApplicable: Bool
    let attainable: AttainablePoints

    /// Every possible change of the points is a multiple of it; 0 if there is none.
    let granularity: Int64

    init(
        index: Int, group: Int, presentValue: Int64?, presentPoints: Int64, isNotApplicable: Bool,
        attainable: AttainablePoints
    ) {
        self.index = index
        self.group = group
        self.presentValue = presentValue
        self.presentPoints = presentPoints
        self.isNotApplicable = isNotApplicable
        self.attainable = attainable
        granularity = attainable.granularity(from: presentPoints)
    }
}

/// 0 is a multiple of everything.
func greatestCommonDivisor(_ left: Int64, _ right: Int64) -> Int64 {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return left
}

/// A lower and an upper bound of points, both inclusive.
struct PointsBounds: Sendable {
    var low: Int64
    var high: Int64

    /// Far beyond any points, with room for sums.
    static let none = PointsBounds(low: .min / 8, high: .max / 8)

    var isEmpty: Bool { low > high }

    func contains(_ points: Int64) -> Bool {
        low <= points && points <= high
    }

    func clamped(_ points: Int64) -> Int64 {
        min(max(points, low), high)
    }

    func lowered(by points: Int64) -> PointsBounds {
        PointsBounds(low: low - points, high: high - points)
    }

    mutating func narrow(to other: PointsBounds) {
        low = max(low, other.low)
        high = min(high, other.high)
    }
}
