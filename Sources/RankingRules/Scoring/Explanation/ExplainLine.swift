extension KindPlan {
    func explanation(of line: ScoreLine, at place: Int, _ scheme: Scheme) -> LineExplanation {
        let plan = lines[place]
        return LineExplanation(
            line: line,
            rule: rule(of: line, plan, function: scheme.criteria[place].points[kind]),
            exactPoints: line.value.map { exactPoints(of: plan, at: $0) },
            maximum: Points(rawValue: plan.maximum))
    }

    func explanation(ofGroup place: Int, _ scored: Assessment) -> GroupExplanation {
        let group = groups[place]
        return GroupExplanation(
            sumOfLines: Points(rawValue: group.lines.reduce(0) { $0 + scored.lines[$1].points.rawValue }),
            maximum: Points(rawValue: group.maximum),
            points: scored.groupPoints[place],
            fullMaximum: Points(rawValue: min(group.maximum, group.lines.reduce(0) { $0 + lines[$1].maximum })))
    }

    private func rule(of line: ScoreLine, _ plan: LinePlan, function: PointsFunction?) -> LineRule {
        guard let function else { return .otherKind }
        guard let value = line.value else { return .missing(plan.missing) }
        guard let found = lastBreakpoint(of: plan, atOrBelow: value) else { return .belowFirstBreakpoint }
        let place = found - plan.breakpoints.lowerBound
        switch function {
        case .steps: return .step(place)
        case .lines: return found + 1 < plan.breakpoints.upperBound ? .segment(place) : .fromLastBreakpoint(place)
        case .table: return .option(place)
        }
    }
}
