/// Step 8 of a score: the rank by thresholds and side conditions.
extension KindPlan {
    /// The first rank whose threshold and conditions are met, else the last; 1 = best.
    func rank(_ scored: Assessment) -> Int {
        guard let total = scored.total else { return thresholds.count + 1 }
        for index in thresholds.indices where reaches(total, index, available: scored.availableMaximum) {
            if thresholds[index].conditions.allSatisfy({ $0.holds(in: scored) }) { return index + 1 }
        }
        return thresholds.count + 1
    }

    /// Compares by cross-multiplication with the available share of the full maximum; the total is never scaled.
    private func reaches(_ total: Points, _ index: Int, available: Points) -> Bool {
        let required = Int128(thresholds[index].threshold) * Int128(available.rawValue)
        return Int128(total.rawValue) * Int128(fullMaximum) >= required
    }
}

extension ThresholdPlan.Condition {
    func holds(in scored: Assessment) -> Bool {
        bound.holds(for: points(in: scored))
    }

    /// The points of the group after its maximum, or of the criterion.
    func points(in scored: Assessment) -> Int64 {
        switch subject {
        case .group(let index): scored.groupPoints[index].rawValue
        case .line(let index): scored.lines[index].points.rawValue
        }
    }
}
