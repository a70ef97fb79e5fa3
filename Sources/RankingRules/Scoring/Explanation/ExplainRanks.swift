extension KindPlan {
    /// Empty if the maximum is zero.
    func rankExplanations(_ scored: Assessment, _ scheme: Scheme) -> [RankExplanation] {
        guard fullMaximum > 0 else { return [] }
        return thresholds.indices.map { index in
            let scaled = scaledThreshold(index, available: scored.availableMaximum.rawValue)
            let required = Points(rawValue: Int64(scaled.roundedUp()))
            return RankExplanation(
                rank: index + 1,
                threshold: Points(rawValue: thresholds[index].threshold),
                scaledThreshold: scaled,
                requiredTotal: required,
                isThresholdMet: scored.total.map { $0 >= required } ?? false,
                conditions: thresholds[index].conditions.map { condition in
                    ConditionExplanation(
                        condition: scheme.ranks[index].conditions[condition.index],
                        points: Points(rawValue: condition.points(in: scored)),
                        holds: condition.holds(in: scored))
                })
        }
    }

    /// threshold × available / full, for the rank at an index; only if the full maximum is positive.
    func scaledThreshold(_ index: Int, available: Int64) -> Fraction {
        Fraction(Int128(thresholds[index].threshold) * Int128(available), over: Int128(fullMaximum))
    }
}
