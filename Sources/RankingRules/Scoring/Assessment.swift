/// The result of one office in one period: lines, groups, penalties, total, rank, and the origin of the rank.
public struct Assessment: Hashable, Sendable {
    public var standing: Standing
    /// Present exactly if the standing is ranked.
    public var origin: RankOrigin?
    /// The rank, 1 = best. Present exactly if the standing is ranked.
    public var rank: Int?
    /// In the order of the scheme's criteria; empty if nothing was scored (defaulted, not assessed).
    public var lines: [ScoreLine]
    /// In the order of the scheme's groups, after each group's maximum; empty if nothing was scored.
    public var groupPoints: [Points]
    /// Every decision that takes points, by date and number; empty if nothing was scored.
    public var penaltyItems: [PenaltyItem]
    public var penalty: Points
    /// Present if ranked or insufficient.
    public var total: Points?
    public var fullMaximum: Points
    public var availableMaximum: Points
    /// The rank by thresholds and conditions only, before the caps.
    public var rankBeforeCaps: Int?

    public init(
        standing: Standing, origin: RankOrigin? = nil, rank: Int? = nil, lines: [ScoreLine] = [],
        groupPoints: [Points] = [], penaltyItems: [PenaltyItem] = [], penalty: Points = .zero, total: Points? = nil,
        fullMaximum: Points = .zero, availableMaximum: Points = .zero, rankBeforeCaps: Int? = nil
    ) {
        self.standing = standing
        self.origin = origin
        self.rank = rank
        self.lines = lines
        self.groupPoints = groupPoints
        self.penaltyItems = penaltyItems
        self.penalty = penalty
        self.total = total
        self.fullMaximum = fullMaximum
        self.availableMaximum = availableMaximum
        self.rankBeforeCaps = rankBeforeCaps
    }
}

/// The value and points of an office in one criterion.
public struct ScoreLine: Hashable, Sendable {
    public var state: State
    /// The exact value that was scored, in the criterion's integer unit; nil if it is missing or the criterion is not
    /// of this kind.
    public var value: Fraction?
    public var points: Points

    public init(state: State, value: Fraction?, points: Points) {
        (self.state, self.value, self.points) = (state, value, points)
    }

    /// The state of a line. The database stores the raw values.
    public enum State: Int16, CaseIterable, Hashable, Sendable {
        case scored = 0
        case missing = 1
        case notApplicable = 2
        /// The criterion does not exist for this kind of office.
        case otherKind = 3
        /// A survey with too few answers, scored at the reference value.
        case scoredAtReference = 4
    }
}

/// One decision that counts in a period.
public struct PenaltyItem: Hashable, Sendable {
    public var decision: ViolationDecision
    public var occurrence: Int
    /// The points before the maximum of the kind and the maximum of all penalties.
    public var points: Points
    public var rankCap: Int?

    public init(decision: ViolationDecision, occurrence: Int, points: Points, rankCap: Int?) {
        self.decision = decision
        self.occurrence = occurrence
        self.points = points
        self.rankCap = rankCap
    }
}

/// The standing of an office in a period.
public enum Standing: String, CaseIterable, Hashable, Sendable {
    case ranked
    case insufficient
    case notAvailable = "not_available"
    case awaiting
    case suspended
    case closed
}

/// The origin of a rank; statistics never mix origins.
public enum RankOrigin: String, CaseIterable, Hashable, Sendable {
    case earned
    case defaulted
    case carriedForward = "carried_forward"
}
