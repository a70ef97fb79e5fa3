/// Makes the score of an office from facts alone, in nine steps; the files of `Steps` bear their numbers:
///
/// 1. standing: an office that is suspended, closed or awaiting is not scored;
/// 2. participation: its own declaration, an earlier one, or the default of a silent office; it decides the origin;
/// 3. the value of each criterion: said, reviewed, of a survey;
/// 4. the points of each line;
/// 5. the points and maxima of the groups;
/// 6. the penalty: which decisions count, as which occurrence, and what they take;
/// 7. the total;
/// 8. the rank by thresholds and conditions;
/// 9. the cap on the rank.
///
/// Prepared once for a scheme and a half-year; scoring an office then only looks things up.
public struct ScoringEngine: Sendable {
    public let scheme: Scheme
    public let halfYear: HalfYear
    /// The day whose standing and licence count.
    public let censusDay: Day
    /// The schemes of earlier declarations; `EarlierDeclaration.schemeIndex` is an index in this list.
    public let earlierSchemes: [Scheme]
    let penalties: PenaltyPlan
    let carryTables: [CarryTable]
    private let urban: KindPlan
    private let rural: KindPlan

    /// - Parameter scheme: a scheme without faults, as `scheme check` finds them.
    public init(scheme: Scheme, halfYear: HalfYear, censusDay: Day, earlierSchemes: [Scheme] = []) {
        self.scheme = scheme
        self.halfYear = halfYear
        self.censusDay = censusDay
        self.earlierSchemes = earlierSchemes
        penalties = PenaltyPlan(scheme.penalties, halfYear: halfYear, lateDecisions: scheme.lateDecisions)
        carryTables = earlierSchemes.map { CarryTable(from: $0, to: scheme) }
        urban = KindPlan(scheme, kind: .urban)
        rural = KindPlan(scheme, kind: .rural)
    }

    public func assess(_ facts: OfficeFacts) -> Assessment {
        var assessment = Assessment(standing: .ranked)
        assess(facts, into: &assessment)
        return assessment
    }

    /// The same as `assess(_:)`, but reuses the memory of an earlier assessment and replaces its content.
    public func assess(_ facts: OfficeFacts, into assessment: inout Assessment) {
        assessment.clear()
        if let standing = standing(of: facts) {
            assessment.standing = standing
            return
        }
        switch participation(of: facts) {
        case .tookPart(let values):
            score(values, facts, origin: .earned, into: &assessment)
        case .carried(let values):
            score(values, facts, origin: .carriedForward, into: &assessment)
        case .defaulted:
            assessment.takeDefault(scheme)
        case .notAvailable:
            assessment.standing = .notAvailable
        }
    }

    func plan(for kind: OfficeKind) -> KindPlan {
        kind == .urban ? urban : rural
    }
}
