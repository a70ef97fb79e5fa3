/// What an office lacks for the next better rank.
public enum NextRankAnswer: Hashable, Sendable {
    case alreadyBest
    case notRanked(Standing)
    /// The rank is the default of a silent office, which must first take part.
    case tookNoPart
    case reachable(NextRankGap, [Lift])
    case outOfReach(NextRankGap, [Obstacle])
}

/// The present distance of an office to the next better rank.
public struct NextRankGap: Hashable, Sendable {
    /// The next better rank.
    public let rank: Int
    /// The smallest total that meets its threshold, with the maximum that is available now.
    public let requiredTotal: Points
    /// Zero if only conditions or caps are missing.
    public let pointsMissing: Points
    public let unmetConditions: [ConditionExplanation]
}

/// A set of changes that lifts the office, none of which can be left out. It was proved by scoring the changed office.
public struct Lift: Hashable, Sendable {
    /// The changes in the order of the scheme, with the smallest movement of points.
    public let changes: [CriterionChange]
    /// The total movement of the lines: up, and down where a condition demands at most so many points.
    public let movedPoints: Points
    /// The rank that the office then has.
    public let rank: Int
    public let total: Points
}

/// A changed value of one criterion, in the criterion's integer unit.
public struct CriterionChange: Hashable, Sendable {
    /// Code of the criterion.
    public let criterion: String
    /// Index of the criterion in the scheme.
    public let index: Int
    /// The present value; nil if there is none.
    public let from: Int64?
    public let to: Int64
    public let pointsBefore: Points
    public let pointsAfter: Points
}

/// The reason why no set of up to three changes reaches the next better rank.
public enum Obstacle: Hashable, Sendable {
    case rankCap(RankCapInForce)
    /// No value that the office can reach meets the condition.
    case condition(ConditionExplanation)
    /// Even with the best values of everything that the office can change, the total stays below the total then
    /// required.
    case attainablePoints(greatestTotal: Points, requiredTotal: Points)
    /// Each single limit can be met, but no three changes meet all of them.
    case threeChangesDoNotSuffice
    /// Each single limit can be met and no tried way meets all of them, but not every way was tried.
    case tooManyWaysToTry
}
