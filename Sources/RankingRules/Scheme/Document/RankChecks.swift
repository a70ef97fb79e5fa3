/// Checks all ranks together, and the ranks against groups, penalties and minimum total.
struct RankChecks {
    let ranks: [RankDraft]
    /// Nil if the list is missing.
    let groups: [GroupDraft]?
    let heading: HeadingDraft
    let penalties: PenaltiesDraft

    func run() {
        checkLastRank()
        checkThresholdsFall()
        checkFullMaxima()
        checkMinimumTotal()
        checkCeilings()
        for cap in penalties.rankCaps where cap.rank > ranks.count {
            cap.field.refuse(.rankCapOutsideList(ranks: ranks.count))
        }
        if let groups {
            let checks = ConditionChecks(groups: groups)
            for rank in ranks { checks.run(rank.conditions) }
        }
    }

    private func checkLastRank() {
        ranks.last?.thresholdField?.refuse(.lastRankHasThreshold)
        ranks.last?.conditionsField?.refuse(.lastRankHasConditions)
        for rank in ranks.dropLast() where rank.thresholdField == nil { rank.field.refuse(.thresholdMissing) }
    }

    private func checkThresholdsFall() {
        for kind in OfficeKind.allCases {
            var better: Points?
            for rank in ranks.dropLast() {
                guard let threshold = rank.threshold?[kind] else { continue }
                if let better, threshold >= better { rank.refuseThreshold(.thresholdsNotFalling(kind), kind) }
                better = threshold
            }
        }
    }

    private func checkFullMaxima() {
        let (urban, rural) = (fullMaximum(.urban), fullMaximum(.rural))
        for rank in ranks.dropLast() {
            guard let threshold = rank.threshold else { continue }
            for kind in OfficeKind.allCases {
                if let full = kind == .urban ? urban : rural, threshold[kind] > full {
                    rank.refuseThreshold(.thresholdAboveFullMaximum(kind, full), kind)
                }
            }
            if !rank.isThresholdPerKind, let urban, let rural, urban != rural {
                rank.thresholdField?.refuse(.fullMaximaDiffer(urban: urban, rural: rural))
            }
        }
    }

    private func checkMinimumTotal() {
        let thresholds = ranks.dropLast().compactMap(\.threshold).flatMap { [$0.urban, $0.rural] }
        guard let minimum = heading.minimumTotal, let lowest = thresholds.min(), minimum > lowest else { return }
        heading.minimumTotalField?.refuse(.minimumTotalAboveThreshold)
    }

    private func checkCeilings() {
        for (better, rank) in zip(ranks, ranks.dropFirst()) {
            guard let higher = better.ceiling, let ceiling = rank.ceiling, ceiling > higher else { continue }
            rank.ceilingField?.refuse(.ceilingRising)
        }
    }

    /// Σ min(group maximum, Σ maxima of the criteria of the kind); nil if a part of it is not known.
    private func fullMaximum(_ kind: OfficeKind) -> Points? {
        guard let groups else { return nil }
        var sum: Int64 = 0
        for group in groups {
            guard let maximum = group.maximum, let criteria = group.sumOfMaxima(kind) else { return nil }
            sum += min(maximum, criteria).rawValue
        }
        return Points(rawValue: sum)
    }
}

extension RankDraft {
    /// Logs the fault at the kind's own threshold, if it has one.
    fileprivate func refuseThreshold(_ reason: FaultReason, _ kind: OfficeKind) {
        (thresholdField?.preview(kind.rawValue) ?? thresholdField)?.refuse(reason)
    }
}
