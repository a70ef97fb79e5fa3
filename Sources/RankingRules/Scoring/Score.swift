/// Steps 3 to 9 of a score, in their order.
extension ScoringEngine {
    func score(
        _ values: SaidValues, _ facts: OfficeFacts, origin: RankOrigin, into assessment: inout Assessment
    ) {
        let plan = plan(for: facts.kind)
        let isSufficient = plan.score(values, facts, into: &assessment)
        assessment.penaltyItems = penalties.countingItems(facts.decisions)
        assessment.penalty = penalties.penalty(assessment.penaltyItems)
        assessment.total = total(assessment)
        guard isSufficient else {
            assessment.standing = .insufficient
            return
        }
        let rank = plan.rank(assessment)
        assessment.standing = .ranked
        assessment.rankBeforeCaps = rank
        assessment.rank = max(rank, assessment.strictestRankCap)
        assessment.origin = origin
    }
}

extension KindPlan {
    /// Scores lines, groups and maxima. False if a missing value, or a maximum of zero, makes the office insufficient.
    func score(_ values: SaidValues, _ facts: OfficeFacts, into assessment: inout Assessment) -> Bool {
        var isSufficient = true
        for index in lines.indices {
            let plan = lines[index]
            let scored = line(plan, value: value(plan, at: index, values: values, facts: facts))
            if scored.state == .missing, plan.missing == .insufficient { isSufficient = false }
            assessment.lines.append(scored)
        }
        for group in groups { assessment.groupPoints.append(group.points(assessment.lines)) }
        let available = availableMaximum(assessment.lines)
        assessment.fullMaximum = Points(rawValue: fullMaximum)
        assessment.availableMaximum = Points(rawValue: available)
        return isSufficient && available > 0
    }
}

extension Assessment {
    /// Removes all results; the arrays keep their memory.
    mutating func clear() {
        lines.removeAll(keepingCapacity: true)
        groupPoints.removeAll(keepingCapacity: true)
        penaltyItems = []
        (standing, origin, rank, rankBeforeCaps) = (.notAvailable, nil, nil, nil)
        (penalty, total, fullMaximum, availableMaximum) = (.zero, nil, .zero, .zero)
    }

    /// A silent office gets exactly the minimum and the last rank, so that it is never above an office that took part.
    mutating func takeDefault(_ scheme: Scheme) {
        standing = .ranked
        origin = .defaulted
        total = scheme.minimumTotal
        rank = scheme.ranks.count
    }
}
