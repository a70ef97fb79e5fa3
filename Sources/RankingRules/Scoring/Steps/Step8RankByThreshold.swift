/// Step 8 of a score: the rank by thresholds and side conditions.
extension KindPlan {
    /// The first rank whose threshold and conditions hold, else the last; 1 = best.
    func rank(_ scored: Assessment) -> Int {
        guard let total = scored.total else { return thresholds.count + 1 }
        for place in thresholds.indices where reaches(total, place, available: scored.availableMaximum) {
            if thresholds[place].conditions.allSatisfy({ $0.holds(in: scored) }) { return place + 1 }
        }
        return thresholds.count + 1
    }

    /// The total is never scaled: it is compared crosswise with the share of the full maximum that is available.
    private func reaches(_ total: Points, _ place: Int, available: Points) -> Bool {
        let required = Int128(thresholds[place].threshold) * Int128(available.rawValue)
        return Int128(total.rawValue) * Int128(fullMaximum) >= required
    }
}

extension ThresholdPlan.Condition {
    func holds(in scored: Assessment) -> Bool {
        bound.holds(for: points(in: scored))
    }

    /// Of the group after its maximum, or of the criterion.
    func points(in scored: Assessment) -> Int64 {
        switch subject {
        case .group(let place): scored.groupPoints[place].rawValue
        case .line(let place): scored.lines[place].points.rawValue
        }
    }
}
