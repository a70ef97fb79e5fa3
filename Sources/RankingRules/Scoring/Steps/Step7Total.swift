/// Step 7 of a score: the points of the groups minus the penalty, never below the minimum.
extension ScoringEngine {
    func total(_ scored: Assessment) -> Points {
        let sum = scored.groupPoints.reduce(0) { $0 + $1.rawValue }
        return Points(rawValue: max(sum - scored.penalty.rawValue, scheme.minimumTotal.rawValue))
    }
}
