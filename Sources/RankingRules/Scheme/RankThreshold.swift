/// One rank of the list, best first.
public struct RankThreshold: Hashable, Sendable {
    public let title: LocalizedText
    /// Nil only for the last rank.
    public let threshold: KindedPoints?
    public let serviceCeiling: Percent
    public let conditions: [RankCondition]

    public init(
        title: LocalizedText, threshold: KindedPoints?, serviceCeiling: Percent, conditions: [RankCondition]
    ) {
        self.title = title
        self.threshold = threshold
        self.serviceCeiling = serviceCeiling
        self.conditions = conditions
    }
}

/// Points that may differ between the kinds.
public struct KindedPoints: Hashable, Sendable {
    public let urban: Points
    public let rural: Points

    public init(urban: Points, rural: Points) {
        (self.urban, self.rural) = (urban, rural)
    }

    public subscript(kind: OfficeKind) -> Points {
        kind == .urban ? urban : rural
    }
}

/// A side condition of a rank: a bound on the points of a group or of a criterion.
public struct RankCondition: Hashable, Sendable {
    public let subject: Subject
    public let bound: Bound
    /// The kinds of office to which it applies, in the order of `OfficeKind.allCases`.
    public let kinds: [OfficeKind]

    public init(subject: Subject, bound: Bound, kinds: [OfficeKind]) {
        (self.subject, self.bound, self.kinds) = (subject, bound, kinds)
    }

    /// The group or criterion, by code.
    public enum Subject: Hashable, Sendable {
        case group(String)
        case criterion(String)
    }

    public enum Bound: Hashable, Sendable {
        case atLeast(Points)
        case atMost(Points)
    }
}
