/// Step 6 of a score: which decisions count in the period, and as which occurrence.
extension PenaltyPlan {
    /// The counting decisions by date and number.
    func countingItems(_ decisions: [ViolationDecision]) -> [PenaltyItem] {
        if decisions.isEmpty { return [] }
        let earlier = EarlierDecisions(decisions)
        return decisions.filter { weight(of: $0) == .counts }.sorted { $0.precedes($1) }.compactMap { decision in
            guard let rule = rule(for: decision.kind), let lastPoints = rule.points.last else { return nil }
            let occurrence = occurrence(of: decision, after: earlier)
            let points = occurrence <= rule.points.count ? rule.points[occurrence - 1] : lastPoints
            return PenaltyItem(decision: decision, occurrence: occurrence, points: points, rankCap: rule.rankCap)
        }
    }

    func weight(of decision: ViolationDecision) -> DecisionWeight {
        guard let rule = rule(for: decision.kind) else { return .noRule }
        if !decision.wasFoundHere { return .foundElsewhere }
        if decision.decidedOn > lastDay { return .afterPeriod }
        if decision.isLate { return lateWeight(of: decision, rule) }
        guard rule.life != nil else { return decision.decidedOn >= firstDay ? .counts : .beforePeriod }
        return expiry(of: decision, rule) >= lastDay ? .counts : .expired
    }

    /// A decision that came after its half-year was closed counts in the first half-year whose census knows it,
    /// whatever its life; later only during its life.
    private func lateWeight(of decision: ViolationDecision, _ rule: PenaltyRule) -> DecisionWeight {
        if lateDecisions == .occurrenceOnly { return .late }
        if (decision.firstKnown ?? halfYear) == halfYear { return .counts }
        guard rule.life != nil else { return .beforePeriod }
        return expiry(of: decision, rule) >= lastDay ? .counts : .expired
    }

    /// The last day on which a decision counts. Without a life this is the last day of the half-year in which it
    /// counts. A life that ends beyond the supported years has no end.
    func expiry(of decision: ViolationDecision, _ rule: PenaltyRule) -> Day {
        guard let life = rule.life else {
            if decision.isLate, lateDecisions == .nextCensus {
                return (decision.firstKnown ?? halfYear).lastDay.dayNumber
            }
            return HalfYear(containing: decision.decidedOn)?.lastDay.dayNumber ?? decision.decidedOn
        }
        return decision.decidedOn.moved(by: life, direction: 1) ?? Day(rawValue: .max)
    }

    /// 1 + the earlier decisions of the same kind against the same holder within the look-back, including its first
    /// day.
    func occurrence(of decision: ViolationDecision, after earlier: EarlierDecisions) -> Int {
        let start = decision.decidedOn.moved(by: lookBack, direction: -1) ?? Day(rawValue: .min)
        return 1 + earlier.count(before: decision, since: start)
    }
}

/// Decisions by matter, date and number, so that those before one are found without reading all.
struct EarlierDecisions {
    private let sorted: [ViolationDecision]

    init(_ decisions: [ViolationDecision]) {
        sorted = decisions.sorted(by: Self.isBefore)
    }

    /// The number of decisions of the same kind and holder from a day on.
    func count(before decision: ViolationDecision, since start: Day) -> Int {
        var first = decision
        (first.decidedOn, first.number) = (start, "")
        return max(index(of: decision) - index(of: first), 0)
    }

    /// The number of decisions before it.
    private func index(of decision: ViolationDecision) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if Self.isBefore(sorted[middle], decision) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func isBefore(_ left: ViolationDecision, _ right: ViolationDecision) -> Bool {
        if left.holder != right.holder { return left.holder < right.holder }
        if left.kind != right.kind { return left.kind < right.kind }
        return left.precedes(right)
    }
}

/// The effect of a decision in a period.
public enum DecisionWeight: String, CaseIterable, Hashable, Sendable {
    case counts
    case noRule = "no_rule"
    case foundElsewhere = "found_elsewhere"
    /// Recorded after its half-year was closed.
    case late
    /// A decision without a life, from before the half-year.
    case beforePeriod = "before_period"
    case afterPeriod = "after_period"
    /// Its life ended before the last day of the half-year.
    case expired
}

extension ViolationDecision {
    /// By date, then by the bytes of the number.
    func precedes(_ other: ViolationDecision) -> Bool {
        if decidedOn != other.decidedOn { return decidedOn < other.decidedOn }
        return number.utf8.lexicographicallyPrecedes(other.number.utf8)
    }
}

extension Day {
    /// Moves the day by a span; `direction` is 1 or −1. Nil if Jalali months lead outside the supported years.
    fileprivate func moved(by span: CalendarSpan, direction: Int) -> Day? {
        switch span {
        case .days(let days): adding(days: direction * days)
        case .months(let months): JalaliDate(self)?.adding(months: direction * months)?.dayNumber
        }
    }
}
