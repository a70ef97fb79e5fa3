/// Finds what an office lacks for the next better rank.
public struct NextRank: Sendable {
    public let engine: ScoringEngine

    public init(_ engine: ScoringEngine) {
        self.engine = engine
    }

    /// For an office with a carried declaration, the changes presume that it declares the carried values.
    public func answer(for facts: OfficeFacts) -> NextRankAnswer {
        let scored = engine.assess(facts)
        guard let rank = scored.rank else { return .notRanked(scored.standing) }
        if rank == 1 { return .alreadyBest }
        guard let declared = engine.scoredDeclaration(of: facts) else { return .tookNoPart }
        var declaring = facts
        declaring.values = declared
        declaring.tookPart = true
        let explanation = engine.explain(declaring)
        let gap = NextRankGap(explanation, rank: rank - 1)
        let caps = explanation.caps.filter { $0.rank >= rank }
        guard caps.isEmpty else { return .outOfReach(gap, caps.map(Obstacle.rankCap)) }
        let ground = ground(declaring, scored)
        let plan = engine.plan(for: facts.kind)
        let sets = LiftSets(ground, (0..<rank - 1).map { LiftTarget($0, plan, scored) })
        let lifts = sets.found.compactMap { proved($0.solution, ground, declaring, rank) }
        if !lifts.isEmpty { return .reachable(gap, lifts) }
        return .outOfReach(gap, obstacles(ground, explanation, gap, hasTriedAll: sets.hasTriedAll))
    }

    private func ground(_ facts: OfficeFacts, _ scored: Assessment) -> LiftGround {
        let plan = engine.plan(for: facts.kind)
        let attainable = attainable(by: facts.kind)
        let candidates = plan.groups.enumerated().flatMap { group, groupPlan in
            groupPlan.lines.compactMap { index in
                attainable[index].map { attainable in
                    LiftCandidate(
                        index: index, group: group, presentValue: scored.lines[index].value?.whole,
                        presentPoints: scored.lines[index].points.rawValue,
                        isNotApplicable: scored.lines[index].state == .notApplicable, attainable: attainable)
                }
            }
        }
        return LiftGround(
            candidates: candidates, sums: plan.groups.map { $0.sum(scored.lines) }, scored: scored, plan: plan,
            minimumTotal: engine.scheme.minimumTotal.rawValue)
    }

    /// Scores the changed office. Nil if its rank is not better, which a correct search never gives.
    private func proved(
        _ solution: LiftSearch.Solution, _ ground: LiftGround, _ facts: OfficeFacts, _ rank: Int
    ) -> Lift? {
        let criteria = engine.scheme.criteria
        var changed = facts
        var changes: [CriterionChange] = []
        for candidate in ground.candidates {
            guard let points = solution.points.first(where: { $0.index == candidate.index })?.points,
                let value = candidate.attainable.value(with: points, nearest: candidate.presentValue)
            else { continue }
            changed.values.declare(value, at: candidate.index)
            changes.append(
                CriterionChange(
                    criterion: criteria[candidate.index].code, index: candidate.index, from: candidate.presentValue,
                    to: value, pointsBefore: Points(rawValue: candidate.presentPoints),
                    pointsAfter: Points(rawValue: points)))
        }
        let scored = engine.assess(changed)
        guard let newRank = scored.rank, let total = scored.total, newRank < rank else {
            assertionFailure("a lift that was found does lift")
            return nil
        }
        return Lift(
            changes: changes, movedPoints: Points(rawValue: solution.movement), rank: newRank, total: total)
    }

    /// By index of the criterion; nil if the office cannot change it. Others answer a survey, so an office never
    /// changes its criterion by a value of its own.
    private func attainable(by kind: OfficeKind) -> [AttainablePoints?] {
        let plan = engine.plan(for: kind)
        return engine.scheme.criteria.enumerated().map { index, criterion in
            guard criterion.isChangeable, criterion.exists(for: kind), criterion.survey == nil else { return nil }
            return AttainablePoints(of: plan.lines[index], criterion.valueType, in: plan)
        }
    }
}

extension NextRankGap {
    init(_ explanation: Explanation, rank: Int) {
        let next = explanation.ranks[rank - 1]
        let total = explanation.assessment.total?.rawValue ?? 0
        self.rank = rank
        requiredTotal = next.requiredTotal
        pointsMissing = Points(rawValue: max(next.requiredTotal.rawValue - total, 0))
        unmetConditions = next.conditions.filter { !$0.holds }
    }
}

extension SaidValues {
    /// Replaces the declared and the confirmed value.
    mutating func declare(_ value: Int64, at index: Int) {
        while declared.count <= index { declared.append(nil) }
        declared[index] = value
        if index < confirmed.count { confirmed[index] = nil }
        if index < verdicts.count { verdicts[index] = nil }
    }
}
