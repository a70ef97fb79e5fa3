extension PenaltyPlan {
    func explanations(_ decisions: [ViolationDecision], counting items: [PenaltyItem]) -> [DecisionExplanation] {
        let earlier = EarlierDecisions(decisions)
        return decisions.sorted { $0.precedes($1) }.map { decision in
            let rule = rule(for: decision.kind)
            return DecisionExplanation(
                decision: decision,
                weight: weight(of: decision),
                occurrence: rule.map { _ in occurrence(of: decision, after: earlier) },
                points: items.first { $0.decision == decision }?.points ?? .zero,
                expiry: rule.map { expiry(of: decision, $0) })
        }
    }

    func kindPenalties(_ items: [PenaltyItem]) -> [KindPenalty] {
        rules.compactMap { rule in
            let ofKind = items.filter { $0.decision.kind == rule.kind }
            guard !ofKind.isEmpty else { return nil }
            return KindPenalty(
                kind: rule.kind,
                sumOfDecisions: Points(rawValue: ofKind.reduce(0) { $0 + $1.points.rawValue }),
                maximum: rule.maximum,
                points: Points(rawValue: penalty(ofKind, rule: rule)))
        }
    }

    func caps(_ items: [PenaltyItem]) -> [RankCapInForce] {
        rules.compactMap { rule in
            let ends = items.filter { $0.decision.kind == rule.kind }.map { expiry(of: $0.decision, rule) }
            guard let rank = rule.rankCap, let until = ends.max() else { return nil }
            return RankCapInForce(kind: rule.kind, rank: rank, until: until)
        }
    }
}
