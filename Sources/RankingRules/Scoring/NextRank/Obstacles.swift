extension NextRank {
    /// The limits of the next better rank that the office cannot meet by any change of its own.
    func obstacles(
        _ ground: LiftGround, _ explanation: Explanation, _ gap: NextRankGap, hasTriedAll: Bool
    ) -> [Obstacle] {
        let threshold = ground.plan.thresholds[gap.rank - 1]
        let conditions = zip(threshold.conditions, explanation.ranks[gap.rank - 1].conditions).filter { plan, shown in
            !shown.holds && !ground.canMeet(plan)
        }
        let obstacles =
            conditions.map { Obstacle.condition($1) }
            + (ground.attainableTotal(threshold, explanation.ranks[gap.rank - 1]).map { [$0] } ?? [])
        return obstacles.isEmpty ? [hasTriedAll ? .threeChangesDoNotSuffice : .tooManyWaysToTry] : obstacles
    }
}

extension LiftGround {
    fileprivate func canMeet(_ condition: ThresholdPlan.Condition) -> Bool {
        let reach: PointsBounds
        switch condition.subject {
        case .line(let index):
            reach = self.reach(of: candidates.filter { $0.index == index }, from: scored.lines[index].points.rawValue)
        case .group(let group):
            let sums = self.reach(of: candidates.filter { $0.group == group }, from: sums[group])
            let maximum = plan.groups[group].maximum
            reach = PointsBounds(low: min(sums.low, maximum), high: min(sums.high, maximum))
        }
        return condition.bound.holds(for: reach.low) || condition.bound.holds(for: reach.high)
    }

    /// The least and the greatest sum that changes of its lines can give.
    private func reach(of candidates: [LiftCandidate], from present: Int64) -> PointsBounds {
        candidates.reduce(into: PointsBounds(low: present, high: present)) { reach, candidate in
            reach.low += min(0, candidate.attainable.least - candidate.presentPoints)
            reach.high += max(0, candidate.attainable.most - candidate.presentPoints)
        }
    }
}
