/// Who supplies values: the office itself, the region, the association, a survey, and what a scheme adds.
public struct Source: Hashable, Sendable {
    public let code: String
    public let title: LocalizedText
    public let kind: Kind
    /// Its newest submission decides whether the office took part. Exactly one source of a scheme is the declaration.
    public let isDeclaration: Bool
    /// Its values are carried forward with the declaration of a silent office, where the scheme carries.
    public let isCarried: Bool
    public let review: Review
    /// How many days the office has to answer an adverse verdict; nil: none are given.
    public let replyDays: Int?
    /// Roles that speak as the source itself.
    public let writers: [String]
    /// Roles that may speak on its behalf, until it has spoken itself.
    public let onBehalf: [String]

    public init(
        code: String, title: LocalizedText, kind: Kind, isDeclaration: Bool, isCarried: Bool, review: Review,
        replyDays: Int?, writers: [String], onBehalf: [String]
    ) {
        self.code = code
        self.title = title
        self.kind = kind
        self.isDeclaration = isDeclaration
        self.isCarried = isCarried
        self.review = review
        self.replyDays = replyDays
        self.writers = writers
        self.onBehalf = onBehalf
    }

    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case values
        /// Means with the number of people who answered.
        case survey
    }

    /// Whether others judge what the source says.
    public enum Review: String, CaseIterable, Hashable, Sendable {
        case none
        /// A confirmed value counts, else the declared one.
        case optional
        /// An item without a verdict keeps the half-year from closing.
        case required
    }
}

extension Source {
    /// The sources of a scheme that names none, as far as its criteria use them.
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

/// A relation that the values of every office must keep: a criterion is at most another one.
public struct ValueCheck: Hashable, Sendable {
    public let criterion: String
    public let atMost: String

    public init(criterion: String, atMost: String) {
        (self.criterion, self.atMost) = (criterion, atMost)
    }
}

/// What a decision does that became known as final only after its half-year had been closed.
public enum LateDecisions: String, CaseIterable, Hashable, Sendable {
    /// It counts in the first half-year whose census knows it.
    case nextCensus = "next_census"
    /// It only raises the occurrences of later decisions.
    case occurrenceOnly = "occurrence_only"
}
