/// The rules of a ranking: criteria, points, limits, penalties, ranks and policies, with their legal basis.
///
/// A scheme is written as a YAML file (`SchemeDocument`), frozen by the hash of its canonical form, and never changed
/// once adopted. Every amount is an integer; each property names its unit.
public struct Scheme: Hashable, Sendable {
    public let code: String
    public let version: Int
    /// True if the numbers are not official; every output of such a scheme says so.
    public let isSample: Bool
    public let title: LocalizedText
    public let legalBasis: String
    public let validFrom: HalfYear
    public let validTo: HalfYear?
    public let rounding: Rounding
    public let minimumTotal: Points
    public let nonParticipation: NonParticipationPolicy
    /// True if a declaration that was carried once may be carried again.
    public let carriesAgain: Bool
    public let licensedDuringPeriod: LicensedDuringPeriod
    public let lateDecisions: LateDecisions
    /// Whether the working group approves the facts of each province before the half-year closes.
    public let approval: Approval
    /// The sources in the order of the file; exactly one is the declaration.
    public let sources: [Source]
    public let checks: [ValueCheck]
    public let references: [Reference]
    public let groups: [CriterionGroup]
    public let penalties: PenaltyRules
    /// The ranks, best first; the last one is the default.
    public let ranks: [RankThreshold]
    public let unrankedCeiling: Percent
    /// Nil if no appeals are heard.
    public let appeals: AppealRule?
    /// The greatest share of the ranked offices that may have another rank by the next scheme; nil means no bound.
    public let mostMoved: Percent?

    public init(
        code: String, version: Int, isSample: Bool, title: LocalizedText, legalBasis: String,
        validFrom: HalfYear, validTo: HalfYear?, rounding: Rounding, minimumTotal: Points,
        nonParticipation: NonParticipationPolicy, carriesAgain: Bool, licensedDuringPeriod: LicensedDuringPeriod,
        lateDecisions: LateDecisions, sources: [Source], checks: [ValueCheck], references: [Reference],
        groups: [CriterionGroup], penalties: PenaltyRules, ranks: [RankThreshold],
        unrankedCeiling: Percent, approval: Approval = .none, appeals: AppealRule? = nil, mostMoved: Percent? = nil
    ) {
        self.code = code
        self.version = version
        self.isSample = isSample
        self.title = title
        self.legalBasis = legalBasis
        self.validFrom = validFrom
        self.validTo = validTo
        self.rounding = rounding
        self.minimumTotal = minimumTotal
        self.nonParticipation = nonParticipation
        self.carriesAgain = carriesAgain
        self.licensedDuringPeriod = licensedDuringPeriod
        self.lateDecisions = lateDecisions
        self.approval = approval
        self.sources = sources
        self.checks = checks
        self.references = references
        self.groups = groups
        self.penalties = penalties
        self.ranks = ranks
        self.unrankedCeiling = unrankedCeiling
        self.appeals = appeals
        self.mostMoved = mostMoved
    }

    /// All criteria in the order of the scheme. Every array of values and lines has this order.
    public var criteria: [Criterion] {
        groups.flatMap(\.criteria)
    }

    public func source(_ code: String) -> Source? {
        sources.first { $0.code == code }
    }

    /// The index of a criterion in the order of the scheme.
    public func index(of criterion: String) -> Int? {
        criteria.firstIndex { $0.code == criterion }
    }
}
