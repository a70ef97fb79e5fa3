/// Why an office has its score: everything that an assessment was computed from, step by step.
public struct Explanation: Hashable, Sendable {
    public let assessment: Assessment
    /// The values that were scored, by the criteria of this scheme: the office's own, or with the carried ones.
    public let declared: SaidValues?
    /// In the order of the scheme's criteria; like all that follows, empty when nothing was scored.
    public let lines: [LineExplanation]
    /// In the order of the scheme's groups.
    public let groups: [GroupExplanation]
    /// Every decision against the holder, counting or not, in order of date and number.
    public let decisions: [DecisionExplanation]
    /// The kinds of violation with decisions that count, in the order of the scheme's rules.
    public let penalties: [KindPenalty]
    /// Every rank but the last one, best first.
    public let ranks: [RankExplanation]
    /// In the order of the scheme's rules.
    public let caps: [RankCapInForce]
}

/// How one line came to its points.
public struct LineExplanation: Hashable, Sendable {
    public let line: ScoreLine
    public let rule: LineRule
    /// Before rounding, in thousandths; nil for a line without a value.
    public let exactPoints: Fraction?
    /// 0 for a criterion of the other kind.
    public let maximum: Points
}

/// What gave the points of a line. Places are those of the breakpoints, options or answers in the criterion's function.
public enum LineRule: Hashable, Sendable {
    case otherKind
    case missing(MissingValuePolicy)
    /// Below the first breakpoint, whose points hold.
    case belowFirstBreakpoint
    /// From this breakpoint on, up to the next one.
    case step(Int)
    /// On the straight line from this breakpoint to the next one.
    case segment(Int)
    /// At or beyond the last breakpoint of straight lines, whose points hold.
    case fromLastBreakpoint(Int)
    /// The option of a choice, or 0 for no and 1 for yes.
    case option(Int)
}

/// A group before and after its maximum.
public struct GroupExplanation: Hashable, Sendable {
    public let sumOfLines: Points
    public let maximum: Points
    public let points: Points
    /// Σ of the maxima of its lines, within the group maximum.
    public let fullMaximum: Points
}

/// What one decision does in the period.
public struct DecisionExplanation: Hashable, Sendable {
    public let decision: ViolationDecision
    public let weight: DecisionWeight
    /// Among the decisions of its kind against the holder; nil for a kind without a rule.
    public let occurrence: Int?
    /// Zero when it does not count.
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

/// A cap that binds in the period.
public struct RankCapInForce: Hashable, Sendable {
    public let kind: String
    /// Never a better rank than this one.
    public let rank: Int
    /// The last day on which a decision of the kind counts.
    public let until: Day
}

/// What a rank asks for and whether the office reaches it.
public struct RankExplanation: Hashable, Sendable {
    public let rank: Int
    public let threshold: Points
    /// threshold × available / full, in thousandths.
    public let scaledThreshold: Fraction
    /// The smallest total that meets it.
    public let requiredTotal: Points
    public let isThresholdMet: Bool
    /// Those that bind the office's kind.
    public let conditions: [ConditionExplanation]

    public var isReached: Bool {
        isThresholdMet && conditions.allSatisfy(\.holds)
    }
}

/// A side condition and the points it looks at.
public struct ConditionExplanation: Hashable, Sendable {
    public let condition: RankCondition
    public let points: Points
    public let holds: Bool
}
