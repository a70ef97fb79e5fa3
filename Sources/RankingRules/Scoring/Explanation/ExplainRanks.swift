extension KindPlan {
    /// Empty when there is no maximum to measure by.
    func rankExplanations(_ scored: Assessment, _ scheme: Scheme) -> [RankExplanation] {
        guard fullMaximum > 0 else { return [] }
        return thresholds.indices.map { place in
            let scaled = scaledThreshold(place, available: scored.availableMaximum.rawValue)
            let required = Points(rawValue: Int64(scaled.roundedUp()))
            return RankExplanation(
                rank: place + 1,
                threshold: Points(rawValue: thresholds[place].threshold),
                scaledThreshold: scaled,
                requiredTotal: required,
                isThresholdMet: scored.total.map { $0 >= required } ?? false,
                conditions: thresholds[place].conditions.map { condition in
                    ConditionExplanation(
                        condition: scheme.ranks[place].conditions[condition.place],
                        points: Points(rawValue: condition.points(in: scored)),
                        holds: condition.holds(in: scored))
                })
        }
    }

    /// threshold × available / full of the rank at a place; only where the full maximum is positive.
    func scaledThreshold(_ place: Int, available: Int64) -> Fraction {
        Fraction(Int128(thresholds[place].threshold) * Int128(available), over: Int128(fullMaximum))
    }
}
