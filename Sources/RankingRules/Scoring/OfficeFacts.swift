/// All facts of one office for the scoring of a period. No rule of a scheme is applied yet.
public struct OfficeFacts: Hashable, Sendable {
    public var kind: OfficeKind
    /// The state on the census date.
    public var licenceState: LicenceState
    public var licensedOn: Day
    /// True if a declaration was submitted and neither withdrawn nor rejected as a whole.
    public var tookPart: Bool
    /// True if the office was released from the duty to take part, because of force majeure.
    public var isReleased: Bool
    /// The values that the sources of this period give; each criterion has one source.
    public var values: SaidValues
    /// The number of people who answered each survey, by index of the criterion. May be shorter than the criteria.
    public var respondents: [Int64?]
    /// The last declaration of an earlier period, or nil.
    public var earlierDeclaration: EarlierDeclaration?
    /// Final decisions up to the period's last day: those found at this office, and all others against the same holders
    /// at any office.
    public var decisions: [ViolationDecision]

    public init(
        kind: OfficeKind, licenceState: LicenceState, licensedOn: Day, tookPart: Bool, isReleased: Bool = false,
        values: SaidValues, respondents: [Int64?] = [], earlierDeclaration: EarlierDeclaration? = nil,
        decisions: [ViolationDecision] = []
    ) {
        self.kind = kind
        self.licenceState = licenceState
        self.licensedOn = licensedOn
        self.tookPart = tookPart
        self.isReleased = isReleased
        self.values = values
        self.respondents = respondents
        self.earlierDeclaration = earlierDeclaration
        self.decisions = decisions
    }

    /// 0 if no number of answers is known.
    func respondents(at index: Int) -> Int64 {
        respondents.indices.contains(index) ? respondents[index] ?? 0 : 0
    }
}

public enum LicenceState: String, CaseIterable, Hashable, Sendable {
    case active
    case expired
    case suspended
    case revoked
    case closed
}

/// Values by index of the criterion in its scheme, in the criterion's integer unit; nil = not given. A survey's mean is
/// in thousandths of its scale. Each list may be shorter than the criteria.
public struct SaidValues: Hashable, Sendable {
    public var declared: [Int64?]
    public var confirmed: [Int64?]
    public var verdicts: [Verdict?]

    public init(declared: [Int64?], confirmed: [Int64?] = [], verdicts: [Verdict?] = []) {
        (self.declared, self.confirmed, self.verdicts) = (declared, confirmed, verdicts)
    }

    /// The value that counts: the confirmed or corrected one, else the declared one; nil if it was rejected.
    public subscript(index: Int) -> Int64? {
        let verdict = verdict(at: index)
        if verdict == .rejected || verdict == .notApplicable { return nil }
        return confirmed(at: index) ?? declared(at: index)
    }

    public func declared(at index: Int) -> Int64? {
        declared.indices.contains(index) ? declared[index] : nil
    }

    public func confirmed(at index: Int) -> Int64? {
        confirmed.indices.contains(index) ? confirmed[index] : nil
    }

    public func verdict(at index: Int) -> Verdict? {
        verdicts.indices.contains(index) ? verdicts[index] : nil
    }
}

/// The verdict of a review on an item.
public enum Verdict: Int16, CaseIterable, Hashable, Sendable {
    case confirmed = 1
    case corrected = 2
    case rejected = 3
    case notApplicable = 4
}

/// A declaration that may be carried forward, by the criteria of its own scheme.
public struct EarlierDeclaration: Hashable, Sendable {
    public var values: SaidValues
    /// The index in `ScoringEngine.earlierSchemes`.
    public var schemeIndex: Int
    public var wasCarriedAlready: Bool

    public init(values: SaidValues, schemeIndex: Int, wasCarriedAlready: Bool) {
        (self.values, self.schemeIndex, self.wasCarriedAlready) = (values, schemeIndex, wasCarriedAlready)
    }
}

/// A final decision of a violation committee.
public struct ViolationDecision: Hashable, Sendable {
    /// The number, which orders decisions of one day by code unit.
    public var number: String
    public var kind: String
    public var decidedOn: Day
    /// True if it was found at the scored office, false if at another office of the same holder.
    public var wasFoundHere: Bool
    /// True if it was recorded after its half-year was closed.
    public var isLate: Bool
    /// The first half-year whose census knew it as final; nil if none before this one.
    public var firstKnown: HalfYear?
    /// The licence holder: an office that changed hands has decisions against both holders.
    public var holder: Int64

    public init(
        number: String, kind: String, decidedOn: Day, wasFoundHere: Bool, isLate: Bool, firstKnown: HalfYear? = nil,
        holder: Int64 = 0
    ) {
        self.number = number
        self.kind = kind
        self.decidedOn = decidedOn
        self.wasFoundHere = wasFoundHere
        self.isLate = isLate
        self.firstKnown = firstKnown
        self.holder = holder
    }
}
