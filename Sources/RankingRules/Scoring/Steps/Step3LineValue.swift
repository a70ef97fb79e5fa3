/// Step 3 of a score: the value of a criterion.
enum LineValue: Sendable {
    case otherKind
    case missing
    /// A reviewer found that the criterion does not apply to the office.
    case notApplicable
    case value(Fraction)
    /// A survey with too few answers; the reference value counts.
    case reference(Fraction)
}

extension KindPlan {
    /// - Parameter values: the scored values, the office's own, or with the carried ones.
    func value(_ plan: LinePlan, at index: Int, values: SaidValues, facts: OfficeFacts) -> LineValue {
        if case .otherKind = plan.source { return .otherKind }
        if values.verdict(at: index) == .notApplicable { return .notApplicable }
        guard let value = values[index] else { return .missing }
        guard case .survey(let survey) = plan.source else { return .value(Fraction(Int128(value))) }
        return surveys[survey].value(ofMean: value, respondents: facts.respondents(at: index))
    }
}
