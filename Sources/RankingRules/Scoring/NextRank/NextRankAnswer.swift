/// What separates an office from the next better rank.
public enum NextRankAnswer: Hashable, Sendable {
    case alreadyBest
    case notRanked(Standing)
    /// The rank is the default of a silent office: it has to take part first.
    case tookNoPart
    case reachable(NextRankGap, [Lift])
    case outOfReach(NextRankGap, [Obstacle])
}

/// The distance of an office to the rank before its own, as it stands.
public struct NextRankGap: Hashable, Sendable {
    /// The next better rank.
    public let rank: Int
    /// The smallest total that meets its threshold with the maximum that is available now.
    public let requiredTotal: Points
    /// Zero when only conditions or caps are missing.
    public let pointsMissing: Points
    public let unmetConditions: [ConditionExplanation]
}

/// A set of changes, none of which can be left out, that lifts the office. Proved by scoring the changed office.
public struct Lift: Hashable, Sendable {
    /// In the order of the scheme; the least change of points that suffices.
    public let changes: [CriterionChange]
    /// By how much the lines move together: up, and down where a condition asks for at most so many points.
    public let movedPoints: Points
    /// What the office then has.
    public let rank: Int
    public let total: Points
}

/// A changed value of one criterion, in the criterion's integer unit.
public struct CriterionChange: Hashable, Sendable {
    /// Code of the criterion.
    public let criterion: String
    /// Index of the criterion in the scheme.
    public let index: Int
    /// Nil when no value was given.
    public let from: Int64?
    public let to: Int64
    public let pointsBefore: Points
    public let pointsAfter: Points
}

/// Why no set of up to three changes reaches the next better rank.
public enum Obstacle: Hashable, Sendable {
    case rankCap(RankCapInForce)
    /// No value that the office can reach meets the condition.
    case condition(ConditionExplanation)
    /// With the best values of everything that the office can change the total stays below what is required then.
    case attainablePoints(greatestTotal: Points, requiredTotal: Points)
    /// No single limit is out of reach, but three changes do not meet them all.
    case threeChangesDoNotSuffice
    /// No single limit is out of reach, and none of the ways that were tried leads there, but they are not all.
    case tooManyWaysToTry
}
