/// Everything that is known about one office when a period is scored. No rule of a scheme is applied yet.
public struct OfficeFacts: Hashable, Sendable {
    public var kind: OfficeKind
    /// On the census date.
    public var licenceState: LicenceState
    public var licensedOn: Day
    /// The office's declaration of this period, or nil when it made none.
    public var declaration: DeclaredValues?
    /// The last declaration of an earlier period, or nil.
    public var earlierDeclaration: EarlierDeclaration?
    /// By place of the criterion in the scheme; only those of source association are read. Empty when there is none.
    public var associationValues: [Int64?]
    public var satisfaction: SatisfactionScore?
    /// Final decisions up to the period's last day: those found at this office, and every other one against the same
    /// holders, at whatever office.
    public var decisions: [ViolationDecision]

    public init(
        kind: OfficeKind, licenceState: LicenceState, licensedOn: Day, declaration: DeclaredValues? = nil,
        earlierDeclaration: EarlierDeclaration? = nil, associationValues: [Int64?] = [],
        satisfaction: SatisfactionScore? = nil, decisions: [ViolationDecision] = []
    ) {
        self.kind = kind
        self.licenceState = licenceState
        self.licensedOn = licensedOn
        self.declaration = declaration
        self.earlierDeclaration = earlierDeclaration
        self.associationValues = associationValues
        self.satisfaction = satisfaction
        self.decisions = decisions
    }
}

public enum LicenceState: String, CaseIterable, Hashable, Sendable {
    case active
    case expired
    case suspended
    case revoked
    case closed
}

/// Values of a declaration by place of the criterion in its scheme, in the criterion's integer unit; nil = not given.
/// Only criteria of source office or region are read.
public struct DeclaredValues: Hashable, Sendable {
    public var declared: [Int64?]
    public var confirmed: [Int64?]

    public init(declared: [Int64?], confirmed: [Int64?] = []) {
        (self.declared, self.confirmed) = (declared, confirmed)
    }

    /// The confirmed value, else the declared one.
    public subscript(place: Int) -> Int64? {
        if place < confirmed.count, let value = confirmed[place] { return value }
        return place < declared.count ? declared[place] : nil
    }
}

/// A declaration that may be carried forward, by the criteria of the scheme it was made under.
public struct EarlierDeclaration: Hashable, Sendable {
    public var values: DeclaredValues
    /// Place in `ScoringEngine.earlierSchemes`.
    public var schemePlace: Int
    public var wasCarriedAlready: Bool

    public init(values: DeclaredValues, schemePlace: Int, wasCarriedAlready: Bool) {
        (self.values, self.schemePlace, self.wasCarriedAlready) = (values, schemePlace, wasCarriedAlready)
    }
}

/// The mean answer of the people served and how many answered. The mean is in thousandths of the survey's scale.
public struct SatisfactionScore: Hashable, Sendable {
    public var mean: Int64
    public var respondents: Int64

    public init(mean: Int64, respondents: Int64) {
        (self.mean, self.respondents) = (mean, respondents)
    }
}

/// A final decision of a violation committee.
public struct ViolationDecision: Hashable, Sendable {
    /// Orders decisions of one day, by code unit.
    public var number: String
    public var kind: String
    public var decidedOn: Day
    /// Found at the office that is being scored; otherwise at another office of the same holder.
    public var wasFoundHere: Bool
    /// Recorded after its half-year had been closed: counts only as an earlier occurrence.
    public var isLate: Bool
    /// Tells licence holders apart: an office that changed hands has decisions against both.
    public var holder: Int64

    public init(
        number: String, kind: String, decidedOn: Day, wasFoundHere: Bool, isLate: Bool, holder: Int64 = 0
    ) {
        self.number = number
        self.kind = kind
        self.decidedOn = decidedOn
        self.wasFoundHere = wasFoundHere
        self.isLate = isLate
        self.holder = holder
    }
}
