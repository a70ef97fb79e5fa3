/// Step 7 of a score: what groups give less what violations take, never below the minimum.
extension ScoringEngine {
    func total(_ scored: Assessment) -> Points {
        let sum = scored.groupPoints.reduce(0) { $0 + $1.rawValue }
        return Points(rawValue: max(sum - scored.penalty.rawValue, scheme.minimumTotal.rawValue))
    }
}
