/// Step 6 of a score: the points that the counting decisions take off.
extension PenaltyPlan {
    /// The smaller of the maximum and the sum over the kinds, each limited by its own maximum.
    func penalty(_ items: [PenaltyItem]) -> Points {
        if items.isEmpty { return .zero }
        let sum = rules.reduce(0) { $0 + penalty(items, rule: $1) }
        return Points(rawValue: min(sum, maximum))
    }

    func penalty(_ items: [PenaltyItem], rule: PenaltyRule) -> Int64 {
        let sum = items.reduce(0) { $1.decision.kind == rule.kind ? $0 + $1.points.rawValue : $0 }
        return min(sum, rule.maximum?.rawValue ?? sum)
    }
}
