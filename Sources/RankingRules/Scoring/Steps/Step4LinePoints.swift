/// Step 4 of a score: the points of a line, exact and then rounded once.
extension KindPlan {
    func line(_ plan: LinePlan, value: LineValue) -> ScoreLine {
        switch value {
        case .otherKind:
            return ScoreLine(state: .otherKind, value: nil, points: .zero)
        case .notApplicable:
            return ScoreLine(state: .notApplicable, value: nil, points: .zero)
        case .missing:
            let state: ScoreLine.State = plan.missing == .notApplicable ? .notApplicable : .missing
            return ScoreLine(state: state, value: nil, points: .zero)
        case .value(let value):
            return ScoreLine(state: .scored, value: value, points: points(of: plan, at: value))
        case .reference(let value):
            return ScoreLine(state: .scoredAtReference, value: value, points: points(of: plan, at: value))
        }
    }

    func points(of plan: LinePlan, at value: Fraction) -> Points {
        Points(rawValue: Int64(exactPoints(of: plan, at: value).rounded(rounding)))
    }

    /// The points before rounding, in thousandths.
    func exactPoints(of plan: LinePlan, at value: Fraction) -> Fraction {
        guard let index = lastBreakpoint(of: plan, atOrBelow: value) else {
            return Fraction(Int128(breakpoints[plan.breakpoints.lowerBound].points.rawValue))
        }
        let lower = breakpoints[index]
        guard plan.shape == .lines, index + 1 < plan.breakpoints.upperBound else {
            return Fraction(Int128(lower.points.rawValue))
        }
        let upper = breakpoints[index + 1]
        let width = (Int128(upper.value) - Int128(lower.value)) * value.denominator
        let along = value.numerator - Int128(lower.value) * value.denominator
        let rise = Int128(upper.points.rawValue) - Int128(lower.points.rawValue)
        return Fraction(Int128(lower.points.rawValue) * width + rise * along, over: width)
    }

    /// The index in `breakpoints`; nil below the first one.
    func lastBreakpoint(of plan: LinePlan, atOrBelow value: Fraction) -> Int? {
        // A whole number is at or below a fraction exactly if it is at or below the fraction rounded down.
        let whole = value.rounded(.down)
        var (low, high) = (plan.breakpoints.lowerBound, plan.breakpoints.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if Int128(breakpoints[middle].value) <= whole {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low == plan.breakpoints.lowerBound ? nil : low - 1
    }
}
