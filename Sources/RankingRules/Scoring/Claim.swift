/// What an office claims in an appeal against one item of its result.
public enum Claim: Hashable, Sendable {
    /// Another value of a criterion, by index and in the criterion's integer unit.
    case value(Int64, of: Int)
    /// A decision about a violation, by number, that should not count against this office.
    case without(decision: String)
}

/// What an appeal would change if it were upheld.
public struct ClaimOutcome: Hashable, Sendable {
    /// True if the rank or the standing would be another one.
    public let isDecisive: Bool
    /// The rank then; nil if the office would have none.
    public let rank: Int?
}

extension OfficeFacts {
    /// The facts as an upheld appeal leaves them.
    public func granting(_ claim: Claim) -> OfficeFacts {
        var facts = self
        switch claim {
        case .value(let value, let index):
            facts.values.correct(index, to: value)
        case .without(let number):
            facts.decisions.removeAll { $0.wasFoundHere && $0.number == number }
        }
        return facts
    }
}

extension SaidValues {
    fileprivate mutating func correct(_ index: Int, to value: Int64) {
        confirmed += Array(repeating: nil, count: max(0, index + 1 - confirmed.count))
        verdicts += Array(repeating: nil, count: max(0, index + 1 - verdicts.count))
        confirmed[index] = value
        verdicts[index] = .corrected
    }
}

extension ScoringEngine {
    /// Scores the office with and without the claim.
    public func outcome(of claim: Claim, on facts: OfficeFacts) -> ClaimOutcome {
        let (now, then) = (assess(facts), assess(facts.granting(claim)))
        return ClaimOutcome(
            isDecisive: (now.standing, now.rank) != (then.standing, then.rank), rank: then.rank)
    }
}
