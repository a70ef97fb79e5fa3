/// The penalties for violations.
public struct PenaltyRules: Hashable, Sendable {
    /// The maximum of all penalties of an office in one period.
    public let maximum: Points
    /// How long earlier decisions raise the occurrence number, counted back from the decision.
    public let lookBack: CalendarSpan
    public let rules: [PenaltyRule]

    public init(maximum: Points, lookBack: CalendarSpan, rules: [PenaltyRule]) {
        (self.maximum, self.lookBack, self.rules) = (maximum, lookBack, rules)
    }
}

/// The penalty for one kind of violation.
public struct PenaltyRule: Hashable, Sendable {
    /// Code of the violation kind.
    public let kind: String
    public let title: LocalizedText
    public let clause: String
    /// Points to take off, by occurrence: first, second, …; the last one also for every later occurrence. Positive.
    public let points: [Points]
    /// The maximum of this kind in one period.
    public let maximum: Points?
    /// Nil means that the decision counts only in the half-year of its date.
    public let life: CalendarSpan?
    /// The best rank that the office can get (1 = best).
    public let rankCap: Int?

    public init(
        kind: String, title: LocalizedText, clause: String, points: [Points], maximum: Points?, life: CalendarSpan?,
        rankCap: Int?
    ) {
        self.kind = kind
        self.title = title
        self.clause = clause
        self.points = points
        self.maximum = maximum
        self.life = life
        self.rankCap = rankCap
    }
}

/// A length of time in days or in Jalali months.
public enum CalendarSpan: Hashable, Sendable {
    case days(Int)
    case months(Int)
}
