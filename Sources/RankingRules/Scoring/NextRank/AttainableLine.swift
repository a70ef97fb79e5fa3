/// What a line gives for a value of its criterion.
struct AttainableLine: Sendable {
    let plan: LinePlan
    let kindPlan: KindPlan

    func points(at value: Int64) -> Int64 {
        kindPlan.points(of: plan, at: Fraction(Int128(value))).rawValue
    }

    /// Between two breakpoints points lie along a straight line.
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

/// Values whose exact points lie along a straight line. Rounded, the points of neighbours differ by the slope rounded down or
/// up, and by nothing else.
struct StraightPart: Sendable {
    let values: ClosedRange<Int64>
    /// Points of the first and the last value.
    let first: Int64
    let last: Int64

    private var steps: Int64 { values.upperBound - values.lowerBound }

    private var rise: Int64 { abs(last - first) }

    /// How many amounts: each value has its own, or each amount has its value.
    var count: Int { Int(min(steps, rise) + 1) }

    /// What the points differ by is a multiple of it; 0 when they do not differ.
    var granularity: Int64 {
        if rise == 0 { return 0 }
        // Neighbours whose points differ by two following numbers leave no common divisor.
        return rise % steps == 0 ? rise / steps : 1
    }
}

/// Neighbouring values over which points only rise, or only fall.
struct MonotonePart: Sendable {
    let values: ClosedRange<Int64>
    let least: Int64
    let most: Int64
    /// How many amounts.
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

    /// As few as there can be.
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

    /// Of the values with at least these points the one at the edge to those with less; the points lie within the part.
    func value(reaching points: Int64, _ line: AttainableLine) -> Int64 {
        rises ? first { line.points(at: $0) >= points } : first { line.points(at: $0) < points } - 1
    }

    /// Of the values with at most these points the one at the edge to those with more.
    func value(within points: Int64, _ line: AttainableLine) -> Int64 {
        rises ? first { line.points(at: $0) > points } - 1 : first { line.points(at: $0) <= points }
    }

    /// Nil when no value has them.
    func values(with points: Int64, _ line: AttainableLine) -> ClosedRange<Int64>? {
        guard least <= points, points <= most else { return nil }
        let edges = (value(reaching: points, line), value(within: points, line))
        let (low, high) = rises ? edges : (edges.1, edges.0)
        return low <= high ? low...high : nil
    }

    /// The first value that is met, where all after it are met too; one beyond the last when none is.
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
    /// Every value there is, in the integer unit.
    var admissible: ClosedRange<Int64> {
        switch self {
        case .count(let range), .decimal(_, let range): range
        case .yesNo: 0...1
        case .choice(let options): 0...Int64(max(options.count, 1) - 1)
        }
    }
}
