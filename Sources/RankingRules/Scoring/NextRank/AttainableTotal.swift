/// Whether the office can meet the threshold of a rank with the criteria that it can change.
extension LiftGround {
    /// Nil if it can, or meets the threshold already.
    func attainableTotal(_ threshold: ThresholdPlan, _ shown: RankExplanation) -> Obstacle? {
        guard !shown.isThresholdMet else { return nil }
        var (given, available): (Int64, Int64) = (0, 0)
        for group in plan.groups.indices {
            guard let best = best(ofGroup: group, threshold.threshold) else { return nil }
            given += best.points
            available += best.maximum
        }
        let share = Fraction(Int128(threshold.threshold) * Int128(available), over: Int128(plan.fullMaximum))
        let required = Int64(share.roundedUp())
        let total = max(given - scored.penalty.rawValue, minimumTotal)
        guard total < required else { return nil }
        return .attainablePoints(
            greatestTotal: Points(rawValue: total), requiredTotal: Points(rawValue: required))
    }

    /// A value for a line that is not applicable adds points, but also raises the required total. Chooses the set of
    /// such values that leaves most. Nil if there are too many sets to try.
    private func best(ofGroup group: Int, _ threshold: Int64) -> (points: Int64, maximum: Int64)? {
        let members = candidates.filter { $0.group == group }
        let open = members.filter(\.isNotApplicable)
        guard open.count <= 12 else { return nil }
        let sum = members.filter { !$0.isNotApplicable }.reduce(sums[group]) { sum, candidate in
            sum + max(0, candidate.attainable.most - candidate.presentPoints)
        }
        let maxima = plan.groups[group].lines.reduce(0) { maxima, index in
            scored.lines[index].state == .notApplicable ? maxima : maxima + plan.lines[index].maximum
        }
        let limit = plan.groups[group].maximum
        let outcomes = (0..<1 << open.count).map { chosen in
            let answered = open.indices.filter { chosen >> $0 & 1 == 1 }.map { open[$0] }
            let points = answered.reduce(sum) { $0 + $1.attainable.most }
            let maximum = answered.reduce(maxima) { $0 + plan.lines[$1.index].maximum }
            return (points: min(points, limit), maximum: min(maximum, limit))
        }
        return outcomes.max { margin($0, threshold) < margin($1, threshold) }
    }

    private func margin(_ outcome: (points: Int64, maximum: Int64), _ threshold: Int64) -> Int128 {
        Int128(outcome.points) * Int128(plan.fullMaximum) - Int128(threshold) * Int128(outcome.maximum)
    }
}
