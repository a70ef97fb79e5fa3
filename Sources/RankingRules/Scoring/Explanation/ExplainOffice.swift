extension ScoringEngine {
    /// Scores an office and keeps the inputs of each step.
    public func explain(_ facts: OfficeFacts) -> Explanation {
        let assessment = assess(facts)
        guard let declared = scoredDeclaration(of: facts) else { return Explanation(unscored: assessment) }
        let plan = plan(for: facts.kind)
        return Explanation(
            assessment: assessment,
            declared: declared,
            lines: plan.lines.indices.map { plan.explanation(of: assessment.lines[$0], at: $0, scheme) },
            groups: plan.groups.indices.map { plan.explanation(ofGroup: $0, assessment) },
            decisions: penalties.explanations(facts.decisions, counting: assessment.penaltyItems),
            penalties: penalties.kindPenalties(assessment.penaltyItems),
            ranks: plan.rankExplanations(assessment, scheme),
            caps: penalties.caps(assessment.penaltyItems))
    }

    /// Nil if the office is not scored.
    func scoredDeclaration(of facts: OfficeFacts) -> SaidValues? {
        guard standing(of: facts) == nil else { return nil }
        switch participation(of: facts) {
        case .tookPart(let values), .carried(let values): return values
        case .defaulted, .notAvailable: return nil
        }
    }
}

extension Explanation {
    fileprivate init(unscored assessment: Assessment) {
        self.init(
            assessment: assessment, declared: nil, lines: [], groups: [], decisions: [], penalties: [], ranks: [],
            caps: [])
    }
}
