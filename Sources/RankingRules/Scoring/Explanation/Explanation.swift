/// The reasons of an office's score: the inputs and results of each step.
public struct Explanation: Hashable, Sendable {
    public let assessment: Assessment
    /// The scored values by the criteria of this scheme: the office's own, or with the carried ones.
    public let declared: SaidValues?
    /// In the order of the scheme's criteria; like all that follows, empty if nothing was scored.
    public let lines: [LineExplanation]
    /// In the order of the scheme's groups.
    public let groups: [GroupExplanation]
    /// Every decision against the holder, whether it counts or not, by date and number.
    public let decisions: [DecisionExplanation]
    /// The kinds of violation with decisions that count, in the order of the scheme's rules.
    public let penalties: [KindPenalty]
    /// Every rank but the last one, best first.
    public let ranks: [RankExplanation]
    /// In the order of the scheme's rules.
    public let caps: [RankCapInForce]
}

/// How one line got its points.
public struct LineExplanation: Hashable, Sendable {
    public let line: ScoreLine
    public let rule: LineRule
    /// The points before rounding, in thousandths; nil for a line without a value.
    public let exactPoints: Fraction?
    /// 0 for a criterion of the other kind.
    public let maximum: Points
}

/// The rule that gave the points of a line. Numbers are indices of breakpoints, options or answers in the criterion's
/// function.
public enum LineRule: Hashable, Sendable {
    case otherKind
    case missing(MissingValuePolicy)
    /// The value is below the first breakpoint and gets its points.
    case belowFirstBreakpoint
    /// The value is at or above this breakpoint and below the next one.
    case step(Int)
    /// The value is on the straight line from this breakpoint to the next one.
    case segment(Int)
    /// The value is at or beyond the last breakpoint of straight lines and gets its points.
    case fromLastBreakpoint(Int)
    /// The option of a choice, or 0 for no and 1 for yes.
    case option(Int)
}

/// The points of a group before and after its maximum.
public struct GroupExplanation: Hashable, Sendable {
    public let sumOfLines: Points
    public let maximum: Points
    public let points: Points
    /// The sum of the maxima of its lines, within the group maximum.
    public let fullMaximum: Points
}

/// The effect of one decision in the period.
public struct DecisionExplanation: Hashable, Sendable {
    public let decision: ViolationDecision
    public let weight: DecisionWeight
    /// Its number among the decisions of its kind against the holder; nil for a kind without a rule.
    public let occurrence: Int?
    /// Zero if it does not count.
    public let points: Points
    /// The last day on which it counts; nil for a kind without a rule.
    public let expiry: Day?
}

/// The penalty of one kind of violation.
public struct KindPenalty: Hashable, Sendable {
    public let kind: String
    public let sumOfDecisions: Points
    public let maximum: Points?
    public let points: Points
}

/// A cap that applies in the period.
public struct RankCapInForce: Hashable, Sendable {
    public let kind: String
    /// The best rank that the office can get.
    public let rank: Int
    /// The last day on which a decision of the kind counts.
    public let until: Day
}

/// The requirements of a rank, and whether the office meets them.
public struct RankExplanation: Hashable, Sendable {
    public let rank: Int
    public let threshold: Points
    /// threshold × available / full, in thousandths.
    public let scaledThreshold: Fraction
    /// The smallest total that meets it.
    public let requiredTotal: Points
    public let isThresholdMet: Bool
    /// The conditions for the office's kind.
    public let conditions: [ConditionExplanation]

    public var isReached: Bool {
        isThresholdMet && conditions.allSatisfy(\.holds)
    }
}

/// A side condition and the points that it bounds.
public struct ConditionExplanation: Hashable, Sendable {
    public let condition: RankCondition
    public let points: Points
    public let holds: Bool
}
