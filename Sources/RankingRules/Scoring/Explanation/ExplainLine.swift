extension KindPlan {
    func explanation(of line: ScoreLine, at index: Int, _ scheme: Scheme) -> LineExplanation {
        let plan = lines[index]
        return LineExplanation(
            line: line,
            rule: rule(of: line, plan, function: scheme.criteria[index].points[kind]),
            exactPoints: line.value.map { exactPoints(of: plan, at: $0) },
            maximum: Points(rawValue: plan.maximum))
    }

    func explanation(ofGroup index: Int, _ scored: Assessment) -> GroupExplanation {
        let group = groups[index]
        return GroupExplanation(
            sumOfLines: Points(rawValue: group.lines.reduce(0) { $0 + scored.lines[$1].points.rawValue }),
            maximum: Points(rawValue: group.maximum),
            points: scored.groupPoints[index],
            fullMaximum: Points(rawValue: min(group.maximum, group.lines.reduce(0) { $0 + lines[$1].maximum })))
    }

    private func rule(of line: ScoreLine, _ plan: LinePlan, function: PointsFunction?) -> LineRule {
        guard let function else { return .otherKind }
        guard let value = line.value else { return .missing(plan.missing) }
        guard let found = lastBreakpoint(of: plan, atOrBelow: value) else { return .belowFirstBreakpoint }
        let index = found - plan.breakpoints.lowerBound
        switch function {
        case .steps: return .step(index)
        case .lines: return found + 1 < plan.breakpoints.upperBound ? .segment(index) : .fromLastBreakpoint(index)
        case .table: return .option(index)
        }
    }
}
