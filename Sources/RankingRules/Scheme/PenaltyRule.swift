/// What violations take off.
public struct PenaltyRules: Hashable, Sendable {
    /// Of all penalties of an office in one period.
    public let maximum: Points
    /// How far back earlier decisions raise the occurrence number, counted from the decision itself.
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
    /// By occurrence: first, second, …; the last one also for every later occurrence. Positive, taken off.
    public let points: [Points]
    /// Of this kind in one period.
    public let maximum: Points?
    /// Nil: the decision counts only in the half-year that holds its date.
    public let life: CalendarSpan?
    /// Never a better rank than this one (1 = best).
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
