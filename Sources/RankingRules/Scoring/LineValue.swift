/// Step 1 of a score: the value of a criterion.
enum LineValue: Sendable {
    case otherKind
    case missing
    case value(Fraction)
    /// A survey below its minimum counts with the reference.
    case reference(Fraction)
}

extension KindPlan {
    /// `declared` is the declaration that is scored: the office's own, or the carried one.
    func value(_ plan: LinePlan, at place: Int, declared: DeclaredValues, facts: OfficeFacts) -> LineValue {
        switch plan.source {
        case .otherKind:
            return .otherKind
        case .declaration:
            return Self.value(declared[place])
        case .association:
            return Self.value(place < facts.associationValues.count ? facts.associationValues[place] : nil)
        case .survey(let survey):
            return surveys[survey].value(of: facts.satisfaction)
        }
    }

    private static func value(_ number: Int64?) -> LineValue {
        number.map { .value(Fraction(Int128($0))) } ?? .missing
    }
}
