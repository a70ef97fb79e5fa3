/// A better rank as bounds on lines, on the sums of groups, and on the sum of the groups.
struct LiftTarget: Sendable {
    /// The index in the plan's thresholds; the rank is one more.
    let index: Int
    /// The bounds by index of the criterion.
    private(set) var lines: [PointsBounds]
    /// The bounds by group, on the sum of its lines before the maximum.
    private(set) var groups: [PointsBounds]
    /// Indices of the lines and groups that must change.
    let unmetLines: [Int]
    let unmetGroups: [Int]
    private(set) var isPossible = true

    init(_ index: Int, _ plan: KindPlan, _ scored: Assessment) {
        self.index = index
        var lines = [PointsBounds](repeating: .none, count: plan.lines.count)
        var groups = [PointsBounds](repeating: .none, count: plan.groups.count)
        for condition in plan.thresholds[index].conditions {
            switch condition.subject {
            case .line(let line): lines[line].narrow(to: condition.bound.bounds)
            case .group(let group): groups[group].narrow(to: condition.bound.bounds(below: plan.groups[group].maximum))
            }
        }
        isPossible = !lines.contains(where: \.isEmpty) && !groups.contains(where: \.isEmpty)
        unmetLines = lines.indices.filter { !lines[$0].contains(scored.lines[$0].points.rawValue) }
        unmetGroups = groups.indices.filter { !groups[$0].contains(plan.groups[$0].sum(scored.lines)) }
        self.lines = lines
        self.groups = groups
    }
}

extension ThresholdPlan.Bound {
    fileprivate var bounds: PointsBounds {
        switch self {
        case .atLeast(let limit): PointsBounds(low: limit, high: PointsBounds.none.high)
        case .atMost(let limit): PointsBounds(low: PointsBounds.none.low, high: limit)
        }
    }

    /// The bounds on the sum of a group's lines. A maximum makes higher demands impossible, and upper bounds above it
    /// void.
    fileprivate func bounds(below maximum: Int64) -> PointsBounds {
        switch self {
        case .atLeast(let limit):
            PointsBounds(low: limit <= maximum ? limit : PointsBounds.none.high + 1, high: PointsBounds.none.high)
        case .atMost(let limit):
            PointsBounds(low: PointsBounds.none.low, high: limit < maximum ? limit : PointsBounds.none.high)
        }
    }
}
