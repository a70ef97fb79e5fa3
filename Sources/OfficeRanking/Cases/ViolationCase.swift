public import RankingRules

/// A violation case of an office, with its newest step.
public struct ViolationCase: Sendable, Hashable {
    /// The number by which the program names the case; nil for a decision that only a file has brought.
    public let id: Int?
    /// The committee's own number, unique in its province.
    public let number: String
    public let provinceCode: String
    public let office: String
    /// The code of the kind of violation; a scheme may have no penalty for it.
    public let kind: String
    /// Nil if no scheme has a penalty for the kind.
    public let title: LocalizedText?
    public let openedOn: Day
    public let state: CaseStep.Kind
    /// The day of the newest step.
    public let since: Day
    /// The last day on which the office may answer the newest step.
    public let answerUntil: Day?
    /// True if the decision came on paper or by a file.
    public let isRecorded: Bool
    /// The place in the list of its office, from 1.
    let position: Int
}

/// A step of a violation case.
public struct CaseStep: Sendable, Hashable {
    /// From 1.
    public let number: Int
    public let kind: Kind
    public let takenOn: Day
    /// The last day on which the office may reply to a notice or object to a decision.
    public let answerUntil: Day?
    /// True if no sanction of an earlier step holds from its day on.
    public let endsSanctions: Bool
    public let text: String

    /// The steps in their lawful order. Any case may also begin with `recorded`.
    public enum Kind: String, Sendable, CaseIterable {
        case report
        case notice
        /// Of the office.
        case reply
        case hearing
        case decision
        /// Of the office.
        case objection
        case objectionDecision = "objection_decision"
        case final
        case annulled
        case dropped
        /// A decision that came on paper or by a file.
        case recorded

        /// True for the steps that the accused office takes.
        public var isOfOffice: Bool { self == .reply || self == .objection }
    }
}

/// What a decision imposes on the licence of an office.
public struct Sanction: Sendable, Hashable {
    public let number: Int
    public let caseID: Int
    public let caseNumber: String
    public let provinceCode: String
    public let office: String
    public let kind: Kind
    /// The step that imposed it.
    public let step: CaseStep.Kind
    public let firstOn: Day
    /// Nil for a revocation.
    public let lastOn: Day?
    /// The first day on which it no longer holds, if a later step of its case ended it.
    public let endedOn: Day?

    public enum Kind: String, Sendable, CaseIterable {
        case warning
        case suspension
        case revocation
    }
}

/// The kind and the days of a sanction that comes with a step.
public struct SanctionTerms: Sendable, Hashable {
    public let kind: Sanction.Kind
    /// Nil means the day of the step.
    public let from: Day?
    /// A revocation has no last day, every other sanction has one.
    public let until: Day?

    public init(_ kind: Sanction.Kind, from: Day? = nil, until: Day? = nil) {
        (self.kind, self.from, self.until) = (kind, from, until)
    }
}

/// A step that is to be taken.
public struct NewCaseStep: Sendable, Hashable {
    public let kind: CaseStep.Kind
    public let day: Day
    public let text: String
    /// Needed for a notice and a decision, and for no other step.
    public let answerUntil: Day?
    /// True for an objection's decision or a final step that ends the sanctions of the decision.
    public let endsSanctions: Bool
    /// For a decision or a final step.
    public let sanction: SanctionTerms?

    public init(
        _ kind: CaseStep.Kind, on day: Day, text: String, answerUntil: Day? = nil, endsSanctions: Bool = false,
        sanction: SanctionTerms? = nil
    ) {
        self.kind = kind
        self.day = day
        self.text = text
        self.answerUntil = answerUntil
        self.endsSanctions = endsSanctions
        self.sanction = sanction
    }
}

/// A case with its steps, oldest first, and its sanctions.
public struct CaseFile: Sendable, Hashable {
    public let violationCase: ViolationCase
    public let steps: [CaseStep]
    public let sanctions: [Sanction]
}
