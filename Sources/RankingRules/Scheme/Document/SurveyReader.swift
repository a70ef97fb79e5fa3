/// Reads the survey part of a criterion, which stands only and always beside the source survey.
struct SurveyReader {
    let references: [Reference]?

    /// Nil when it is faulty, a nil within when the criterion has none.
    func read(_ map: FieldMap, valueType: Criterion.ValueType?) -> SurveyRule?? {
        let isSurvey = map["source"]?.node.isScalar(Criterion.Source.survey.rawValue) == true
        if isSurvey { check(valueType, map["value"]) }
        guard let field = map["survey"] else {
            if isSurvey { map.field.refuse(.surveyMissing) }
            return isSurvey ? nil : .some(nil)
        }
        if let source = map["source"], !isSurvey, source.node.isScalar { field.refuse(.surveyOnOtherSource) }
        return rule(field).map(Optional.some)
    }

    private func check(_ valueType: Criterion.ValueType?, _ field: Field?) {
        switch valueType {
        case nil: break
        case .decimal(let places, _) where places <= SchemeLimits.surveyPlaces: break
        default: field?.refuse(.surveyValueNotDecimal)
        }
    }

    private func rule(_ field: Field) -> SurveyRule? {
        guard let map = field.mapping(required: ["minimum_respondents", "below_minimum"], optional: ["shrinkage"])
        else { return nil }
        let minimum = map["minimum_respondents"]?.whole(SchemeLimits.respondents)
        let below = map["below_minimum"]?.word(SurveyRule.BelowMinimum.self)
        let shrinkage = map.optional("shrinkage", shrinkage)
        if below == .reference, map["shrinkage"] == nil { map["below_minimum"]?.refuse(.shrinkageMissing) }
        guard let minimum, let below, let shrinkage else { return nil }
        return SurveyRule(minimumRespondents: minimum, belowMinimum: below, shrinkage: shrinkage)
    }

    private func shrinkage(_ field: Field) -> SurveyRule.Shrinkage? {
        guard let map = field.mapping(required: ["weight", "reference"]) else { return nil }
        let weight = map["weight"]?.whole(SchemeLimits.weights)
        let code = map["reference"]?.code()
        guard let weight, let code, let references else { return nil }
        guard let reference = references.first(where: { $0.code == code }) else {
            map["reference"]?.refuse(.unknownReference(code))
            return nil
        }
        return SurveyRule.Shrinkage(weight: weight, reference: reference)
    }
}

extension YAMLNode {
    var isScalar: Bool {
        if case .scalar = content { true } else { false }
    }

    func isScalar(_ text: String) -> Bool {
        if case .scalar(text, _) = content { true } else { false }
    }
}
