/// The points of a line for each value of its criterion.
struct AttainableLine: Sendable {
    let plan: LinePlan
    let kindPlan: KindPlan

    func points(at value: Int64) -> Int64 {
        kindPlan.points(of: plan, at: Fraction(Int128(value))).rawValue
    }

    /// The parts of a range of values in which points lie along a straight line, cut at the breakpoints.
    func straightParts(of values: ClosedRange<Int64>) -> [StraightPart] {
        let starts = kindPlan.breakpoints[plan.breakpoints].map(\.value).filter {
            $0 > values.lowerBound && $0 <= values.upperBound
        }
        let ends = starts.map { $0 - 1 } + [values.upperBound]
        return zip([values.lowerBound] + starts, ends).map { low, high in
            StraightPart(values: low...high, first: points(at: low), last: points(at: high))
        }
    }
}

/// Values whose exact points lie along a straight line. The rounded points of neighbours differ by the slope, rounded
/// down or up.
struct StraightPart: Sendable {
    let values: ClosedRange<Int64>
    /// The points of the first and of the last value.
    let first: Int64
    let last: Int64

    private var steps: Int64 { values.upperBound - values.lowerBound }

    private var rise: Int64 { abs(last - first) }

    /// The number of different amounts of points: each value has its own, or each amount has a value.
    var count: Int { Int(min(steps, rise) + 1) }

    /// Every difference of points is a multiple of it; 0 if there is no difference.
    var granularity: Int64 {
        if rise == 0 { return 0 }
        // If some neighbours differ by n and others by n + 1, the only common divisor is 1.
        return rise % steps == 0 ? rise / steps : 1
    }
}

/// Neighbouring values over which points only rise, or only fall.
struct MonotonePart: Sendable {
    let values: ClosedRange<Int64>
    let least: Int64
    let most: Int64
    /// The number of different amounts of points.
    let count: Int
    private let rises: Bool

    private init(_ straights: ArraySlice<StraightPart>, rises: Bool) {
        let (first, last) = (straights[straights.startIndex], straights[straights.endIndex - 1])
        values = first.values.lowerBound...last.values.upperBound
        least = min(first.first, last.last)
        most = max(first.first, last.last)
        let shared = zip(straights, straights.dropFirst()).filter { $0.last == $1.first }
        count = straights.reduce(0) { $0 + $1.count } - shared.count
        self.rises = rises
    }

    /// Joins straight parts into as few monotone parts as possible.
    static func joining(_ straights: [StraightPart]) -> [MonotonePart] {
        var parts: [MonotonePart] = []
        var (start, direction): (Int, Int64) = (0, 0)
        for (index, straight) in straights.enumerated() {
            let within = (straight.last - straight.first).signum()
            let step = index > start ? (straight.first - straights[index - 1].last).signum() : 0
            if direction * within < 0 || direction * step < 0 || within * step < 0 {
                parts.append(MonotonePart(straights[start..<index], rises: direction >= 0))
                (start, direction) = (index, within)
            } else if direction == 0 {
                direction = within == 0 ? step : within
            }
        }
        return parts + [MonotonePart(straights[start...], rises: direction >= 0)]
    }

    /// The value with at least these points that lies next to those with fewer; the part must contain these points.
    func value(reaching points: Int64, _ line: AttainableLine) -> Int64 {
        rises ? first { line.points(at: $0) >= points } : first { line.points(at: $0) < points } - 1
    }

    /// The value with at most these points that lies next to those with more.
    func value(within points: Int64, _ line: AttainableLine) -> Int64 {
        rises ? first { line.points(at: $0) > points } - 1 : first { line.points(at: $0) <= points }
    }

    /// The values with exactly these points; nil if there are none.
    func values(with points: Int64, _ line: AttainableLine) -> ClosedRange<Int64>? {
        guard least <= points, points <= most else { return nil }
        let edges = (value(reaching: points, line), value(within: points, line))
        let (low, high) = rises ? edges : (edges.1, edges.0)
        return low <= high ? low...high : nil
    }

    /// The first value that meets the test, if all after it do too; one beyond the last value if none does.
    private func first(_ isMet: (Int64) -> Bool) -> Int64 {
        var (low, high) = (values.lowerBound, values.upperBound + 1)
        while low < high {
            let middle = low + (high - low) / 2
            if isMet(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension Criterion.ValueType {
    /// All admissible values, in the integer unit.
    var admissible: ClosedRange<Int64> {
        switch self {
        case .count(let range), .decimal(_, let range): range
        case .yesNo: 0...1
        case .choice(let options): 0...Int64(max(options.count, 1) - 1)
        }
    }
}
