/// A supplier of values: the office itself, the region, the association, a survey, or what a scheme adds.
public struct Source: Hashable, Sendable {
    public let code: String
    public let title: LocalizedText
    public let kind: Kind
    /// True for the one source whose newest submission decides whether the office took part. A scheme has exactly one.
    public let isDeclaration: Bool
    /// True if its values are carried forward with the declaration of a silent office, in a scheme that carries.
    public let isCarried: Bool
    public let review: Review
    /// How many days the office has to answer an adverse verdict; nil means none.
    public let replyDays: Int?
    /// How far, in percent, a value may lie from the one confirmed last and still be confirmed in bulk; nil means equal.
    public let unchangedWithin: Int?
    /// Roles that speak as the source itself.
    public let writers: [String]
    /// Roles that may speak on its behalf, until it has spoken itself.
    public let onBehalf: [String]

    public init(
        code: String, title: LocalizedText, kind: Kind, isDeclaration: Bool, isCarried: Bool, review: Review,
        replyDays: Int?, unchangedWithin: Int? = nil, writers: [String], onBehalf: [String]
    ) {
        self.code = code
        self.title = title
        self.kind = kind
        self.isDeclaration = isDeclaration
        self.isCarried = isCarried
        self.review = review
        self.replyDays = replyDays
        self.unchangedWithin = unchangedWithin
        self.writers = writers
        self.onBehalf = onBehalf
    }

    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case values
        /// Means with the number of people who answered.
        case survey
    }

    /// Whether the values of the source are reviewed.
    public enum Review: String, CaseIterable, Hashable, Sendable {
        case none
        /// A confirmed value counts; without one the declared value does.
        case optional
        /// An item without a verdict keeps the half-year from closing.
        case required
    }
}

extension Source {
    /// The sources of a scheme that names none: the standard ones that its criteria use.
    public static func standard(for groups: [CriterionGroup]) -> [Source] {
        let used = Set(groups.flatMap(\.criteria).map(\.source))
        return standard.filter { used.contains($0.code) || $0.isDeclaration }
    }

    static let standard: [Source] = [
        Source(
            code: "office", title: LocalizedText(persian: "خوداظهاری دفتر", english: "self-declaration of the office"),
            kind: .values, isDeclaration: true, isCarried: true, review: .optional, replyDays: nil, writers: ["office"],
            onBehalf: ["provincial", "headquarters"]),
        Source(
            code: "region", title: LocalizedText(persian: "منطقهٔ رگولاتوری", english: "region of the regulator"),
            kind: .values, isDeclaration: false, isCarried: true, review: .none, replyDays: nil, writers: ["reviewer"],
            onBehalf: ["headquarters"]),
        Source(
            code: "association",
            title: LocalizedText(persian: "انجمن صنفی استان", english: "provincial guild association"),
            kind: .values, isDeclaration: false, isCarried: false, review: .none, replyDays: nil,
            writers: ["association"], onBehalf: ["provincial", "headquarters"]),
        Source(
            code: "survey", title: LocalizedText(persian: "نظرسنجی از مردم", english: "survey of the people served"),
            kind: .survey, isDeclaration: false, isCarried: false, review: .none, replyDays: nil,
            writers: ["headquarters"], onBehalf: ["provincial"]),
    ]
}

/// Whether the facts of a province need the approval of the working group.
public enum Approval: String, CaseIterable, Hashable, Sendable {
    case none
    /// A province without it keeps the half-year from closing.
    case required
}

/// A relation that the values of every office must keep: one criterion is at most another.
public struct ValueCheck: Hashable, Sendable {
    public let criterion: String
    public let atMost: String

    public init(criterion: String, atMost: String) {
        (self.criterion, self.atMost) = (criterion, atMost)
    }
}

/// The effect of a decision that became known as final after its half-year was closed.
public enum LateDecisions: String, CaseIterable, Hashable, Sendable {
    /// It counts in the first half-year whose census knows it.
    case nextCensus = "next_census"
    /// It only raises the occurrences of later decisions.
    case occurrenceOnly = "occurrence_only"
}
