/// The penalty rules, prepared for one period.
struct PenaltyPlan: Sendable {
    let maximum: Int64
    let lookBack: CalendarSpan
    let rules: [PenaltyRule]
    let firstDay: Day
    let lastDay: Day
    let halfYear: HalfYear
    let lateDecisions: LateDecisions
    private let placeOfKind: [String: Int]

    init(_ penalties: PenaltyRules, halfYear: HalfYear, lateDecisions: LateDecisions) {
        self.halfYear = halfYear
        self.lateDecisions = lateDecisions
        maximum = penalties.maximum.rawValue
        lookBack = penalties.lookBack
        rules = penalties.rules
        firstDay = halfYear.firstDay.dayNumber
        lastDay = halfYear.lastDay.dayNumber
        placeOfKind = Dictionary(uniqueKeysWithValues: penalties.rules.enumerated().map { ($1.kind, $0) })
    }

    func rule(for kind: String) -> PenaltyRule? {
        placeOfKind[kind].map { rules[$0] }
    }
}
