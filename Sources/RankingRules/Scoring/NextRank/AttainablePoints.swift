/// The points that a line can have, over all admissible values of its criterion.
///
/// A criterion can have a thousand million values, so they are not listed. They are cut into parts in which points only
/// rise or only fall, and each part is searched by halving.
struct AttainablePoints: Sendable {
    let least: Int64
    let most: Int64
    /// The number of different amounts of points. If several parts have common amounts and there are too many to
    /// compare, an amount counts once for each part.
    private(set) var count: Int
    /// The parts in the order of their values.
    private let parts: [MonotonePart]
    private let straights: [StraightPart]
    private let line: AttainableLine

    /// The greatest number of amounts that are compared with each other.
    private static let mostCompared = 1_000

    init(of plan: LinePlan, _ type: Criterion.ValueType, in kindPlan: KindPlan) {
        line = AttainableLine(plan: plan, kindPlan: kindPlan)
        straights = line.straightParts(of: type.admissible)
        parts = MonotonePart.joining(straights)
        least = parts.reduce(.max) { min($0, $1.least) }
        most = parts.reduce(.min) { max($0, $1.most) }
        count = parts.reduce(0) { $0 + $1.count }
        if parts.count > 1, count <= Self.mostCompared { count = distinctCount }
    }

    /// The cost of one step of a search.
    var partCount: Int { parts.count }

    /// The smallest amount that is not below a limit.
    func first(atLeast limit: Int64) -> Int64? {
        parts.reduce(nil) { nearest, part in
            guard limit <= part.most, nearest.map({ part.least < $0 }) ?? true else { return nearest }
            let points = limit <= part.least ? part.least : line.points(at: part.value(reaching: limit, line))
            return min(points, nearest ?? points)
        }
    }

    /// The greatest amount that is not above a limit.
    func last(atMost limit: Int64) -> Int64? {
        parts.reduce(nil) { nearest, part in
            guard limit >= part.least, nearest.map({ part.most > $0 }) ?? true else { return nearest }
            let points = limit >= part.most ? part.most : line.points(at: part.value(within: limit, line))
            return max(points, nearest ?? points)
        }
    }

    /// The smallest and the greatest attainable points within bounds; empty if there are none.
    func bounds(within bounds: PointsBounds) -> PointsBounds {
        guard let low = first(atLeast: bounds.low), let high = last(atMost: bounds.high), low <= high else {
            return PointsBounds(low: 1, high: 0)
        }
        return PointsBounds(low: low, high: high)
    }

    /// The amount within bounds that is nearest to the given points; of two equally near ones the greater.
    func nearest(to points: Int64, within bounds: PointsBounds) -> Int64? {
        guard !bounds.isEmpty else { return nil }
        let from = bounds.clamped(points)
        let upper = first(atLeast: from).flatMap { $0 <= bounds.high ? $0 : nil }
        let lower = last(atMost: from - 1).flatMap { $0 >= bounds.low ? $0 : nil }
        guard let upper, let lower else { return upper ?? lower }
        return abs(upper - points) <= abs(points - lower) ? upper : lower
    }

    /// The value with these points that is nearest to the present value. Without a present value, the least demanding
    /// one: the smallest if more gives more, the largest if more gives less.
    func value(with points: Int64, nearest present: Int64?) -> Int64? {
        let rises = (straights.first?.first ?? 0) <= (straights.last?.last ?? 0)
        let from = present ?? (rises ? Int64.min : .max)
        var nearest: (value: Int64, distance: UInt64)?
        for part in parts {
            guard let values = part.values(with: points, line) else { continue }
            let value = min(max(from, values.lowerBound), values.upperBound)
            let distance = UInt64(bitPattern: max(value, from) &- min(value, from))
            if distance < nearest?.distance ?? .max { nearest = (value, distance) }
        }
        return nearest?.value
    }

    /// Every possible change of the present points is a multiple of it; 0 if there is none.
    func granularity(from present: Int64) -> Int64 {
        straights.reduce(0) { divisor, part in
            greatestCommonDivisor(greatestCommonDivisor(divisor, abs(part.first - present)), part.granularity)
        }
    }

    /// The number of different amounts, counted one by one because several parts have common amounts.
    private var distinctCount: Int {
        sequence(first: least) { first(atLeast: $0 + 1) }.reduce(0) { count, _ in count + 1 }
    }
}
