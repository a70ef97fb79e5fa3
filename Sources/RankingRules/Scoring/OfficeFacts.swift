/// Everything that is known about one office when a period is scored. No rule of a scheme is applied yet.
public struct OfficeFacts: Hashable, Sendable {
    public var kind: OfficeKind
    /// On the census date.
    public var licenceState: LicenceState
    public var licensedOn: Day
    /// A declaration was submitted, neither withdrawn nor rejected as a whole.
    public var tookPart: Bool
    /// Force majeure lifted the duty to take part.
    public var isReleased: Bool
    /// What the sources of this period say, each criterion by its one source.
    public var values: SaidValues
    /// Of surveys, by index of the criterion: how many answered. May be shorter than the criteria.
    public var respondents: [Int64?]
    /// The last declaration of an earlier period, or nil.
    public var earlierDeclaration: EarlierDeclaration?
    /// Final decisions up to the period's last day: those found at this office, and every other one against the same
    /// holders, at whatever office.
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

    /// 0 where nobody is known to have answered.
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

/// Values by index of the criterion in its scheme, in the criterion's integer unit; nil = not given. A survey's mean is in
/// thousandths of its scale. Each list may be shorter than the criteria.
public struct SaidValues: Hashable, Sendable {
    public var declared: [Int64?]
    public var confirmed: [Int64?]
    public var verdicts: [Verdict?]

    public init(declared: [Int64?], confirmed: [Int64?] = [], verdicts: [Verdict?] = []) {
        (self.declared, self.confirmed, self.verdicts) = (declared, confirmed, verdicts)
    }

    /// The value that counts: the confirmed or corrected one, else the declared one; none where it was rejected.
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

/// What a review says of an item.
public enum Verdict: Int16, CaseIterable, Hashable, Sendable {
    case confirmed = 1
    case corrected = 2
    case rejected = 3
    case notApplicable = 4
}

/// A declaration that may be carried forward, by the criteria of the scheme it was made under.
public struct EarlierDeclaration: Hashable, Sendable {
    public var values: SaidValues
    /// Index in `ScoringEngine.earlierSchemes`.
    public var schemeIndex: Int
    public var wasCarriedAlready: Bool

    public init(values: SaidValues, schemeIndex: Int, wasCarriedAlready: Bool) {
        (self.values, self.schemeIndex, self.wasCarriedAlready) = (values, schemeIndex, wasCarriedAlready)
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
    /// Recorded after its half-year had been closed.
    public var isLate: Bool
    /// The first half-year whose census knew it as final; nil: none before this one.
    public var firstKnown: HalfYear?
    /// Tells licence holders apart: an office that changed hands has decisions against both.
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
