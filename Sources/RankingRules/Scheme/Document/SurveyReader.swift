/// Reads the survey part of a criterion. A criterion has one if and only if its source is a survey.
struct SurveyReader {
    let references: [Reference]?
    let sources: [Source]?

    /// Nil if it is faulty, a nil inside if the criterion has none.
    func read(_ map: FieldMap, valueType: Criterion.ValueType?) -> SurveyRule?? {
        let isSurvey = sources?.contains { $0.kind == .survey && map["source"]?.node.isScalar($0.code) == true } == true
        if isSurvey { check(valueType, map["value"]) }
        guard let field = map["survey"] else {
            if isSurvey { map.field.refuse(.surveyMissing) }
            return isSurvey ? nil : .some(nil)
        }
        if let source = map["source"], !isSurvey, sources != nil, source.node.isScalar {
            field.refuse(.surveyOnOtherSource)
        }
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

    /// A mean can only shrink toward a value that an answer could have.
    func checkReference(_ rule: SurveyRule, _ valueType: Criterion.ValueType, _ map: FieldMap) {
        guard let reference = rule.shrinkage?.reference, case .decimal(let places, let scale) = valueType else {
            return
        }
        func scaled(_ number: Int64, by places: Int) -> Int128 {
            (0..<places).reduce(Int128(number)) { sum, _ in sum * 10 }
        }
        let value = scaled(reference.value.digits, by: places)
        let limits = (
            scaled(scale.lowerBound, by: reference.value.places), scaled(scale.upperBound, by: reference.value.places)
        )
        if value < limits.0 || value > limits.1 {
            map["survey"]?.preview("shrinkage")?.preview("reference")?.refuse(
                .referenceOutsideScale(reference.value.text))
        }
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
