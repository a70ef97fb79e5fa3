/// The points that a line can have, over all admissible values of its criterion.
struct AttainablePoints: Sendable {
    /// Rising, without repetition.
    let points: [Int64]
    /// Rising by points, then by value; several of one amount where the function returns to it.
    private let runs: [Run]
    private let rises: Bool

    /// Neighbouring values that give the same points.
    struct Run: Sendable {
        let points: Int64
        let values: ClosedRange<Int64>
    }

    init(of plan: LinePlan, _ type: Criterion.ValueType, in kindPlan: KindPlan) {
        let line = AttainableLine(plan: plan, kindPlan: kindPlan)
        let runs = line.runs(over: type.admissible)
        rises = (runs.first?.points ?? 0) <= (runs.last?.points ?? 0)
        self.runs = runs.sorted { ($0.points, $0.values.lowerBound) < ($1.points, $1.values.lowerBound) }
        points = self.runs.reduce(into: []) { list, run in
            if list.last != run.points { list.append(run.points) }
        }
    }

    /// The least and the most attainable points within bounds; empty when there are none.
    func bounds(within bounds: PointsBounds) -> PointsBounds {
        let first = points.firstPlace(atLeast: bounds.low)
        let end = points.firstPlace(atLeast: bounds.high + 1)
        guard first < end else { return PointsBounds(low: 1, high: 0) }
        return PointsBounds(low: points[first], high: points[end - 1])
    }

    /// The value with these points that lies nearest to the present one. Without a present one, the least demanding:
    /// the smallest where more gives more, the largest where more gives less.
    func value(with points: Int64, nearest present: Int64?) -> Int64? {
        var nearest: (value: Int64, distance: UInt64)?
        var place = firstRun(atLeast: points)
        while place < runs.count, runs[place].points == points {
            let values = runs[place].values
            let from = present ?? (rises ? Int64.min : .max)
            let value = min(max(from, values.lowerBound), values.upperBound)
            let distance = UInt64(bitPattern: max(value, from) &- min(value, from))
            if distance < nearest?.distance ?? .max { nearest = (value, distance) }
            place += 1
        }
        return nearest?.value
    }

    private func firstRun(atLeast points: Int64) -> Int {
        var (low, high) = (0, runs.count)
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].points < points { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Walks along a line's points function.
private struct AttainableLine {
    let plan: LinePlan
    let kindPlan: KindPlan

    func runs(over values: ClosedRange<Int64>) -> [AttainablePoints.Run] {
        var runs: [AttainablePoints.Run] = []
        for part in monotoneParts(of: values) {
            var value = part.lowerBound
            var length: Int64 = 1
            while true {
                let points = points(at: value)
                let end = lastValue(with: points, from: value, to: part.upperBound, guess: length)
                runs.append(.init(points: points, values: value...end))
                if end == part.upperBound { break }
                length = end - value + 1
                value = end + 1
            }
        }
        return runs
    }

    /// Between two breakpoints points only rise or only fall, or stay.
    private func monotoneParts(of values: ClosedRange<Int64>) -> [ClosedRange<Int64>] {
        let starts = kindPlan.breakpoints[plan.breakpoints].map(\.value).filter {
            $0 > values.lowerBound && $0 <= values.upperBound
        }
        let ends = starts.map { $0 - 1 } + [values.upperBound]
        return zip([values.lowerBound] + starts, ends).map { $0...$1 }
    }

    /// Runs along a straight line differ in length by one, so the length of the run before is tried first.
    private func lastValue(with points: Int64, from value: Int64, to last: Int64, guess: Int64) -> Int64 {
        var low = value
        var step = max(guess - 1, 1)
        while low < last {
            let next = step > last - low ? last : low + step
            guard self.points(at: next) == points else { return search(points, low, next) }
            step = low == value ? 1 : step * 2
            low = next
        }
        return low
    }

    /// `low` has the points and `high` has not.
    private func search(_ points: Int64, _ low: Int64, _ high: Int64) -> Int64 {
        var (low, high) = (low, high)
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if self.points(at: middle) == points { low = middle } else { high = middle }
        }
        return low
    }

    private func points(at value: Int64) -> Int64 {
        kindPlan.points(of: plan, at: Fraction(Int128(value))).rawValue
    }
}

extension [Int64] {
    /// Of a rising list; its count when all are less.
    func firstPlace(atLeast least: Int64) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < least { low = middle + 1 } else { high = middle }
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
