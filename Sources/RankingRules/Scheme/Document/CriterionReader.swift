/// The readable parts of a criterion. `model` is set only if all of it is right; the other parts serve the checks of
/// the whole scheme, so that these find their faults in the same pass.
struct CriterionDraft {
    let field: Field
    var codeField: Field?
    var code: String?
    var kinds: [OfficeKind]?
    var maximumField: Field?
    var maximum: Points?
    var missing: MissingValuePolicy?
    var points: KindedPointsFunction?
    var model: Criterion?
}

struct CriterionReader {
    /// Nil if the list of references is faulty, so that no reference can be called unknown.
    let references: [Reference]?
    /// Nil if the sources are faulty.
    let sources: [Source]?

    func read(_ field: Field) -> CriterionDraft {
        var draft = CriterionDraft(field: field)
        guard let map = field.mapping(required: Self.required, optional: Self.optional) else { return draft }
        draft.codeField = map["code"]
        draft.code = map["code"]?.code()
        draft.kinds = map.value("kinds", default: OfficeKind.allCases) { $0.kinds() }
        draft.maximumField = map["maximum"]
        draft.maximum = map["maximum"]?.points(SchemeLimits.maxima)
        draft.missing = map.value("missing", default: .noPoints) { $0.word(MissingValuePolicy.self) }
        let valueType = map["value"].flatMap { ValueTypeReader().read($0) }
        let survey = SurveyReader(references: references, sources: sources).read(map, valueType: valueType)
        let pointsReader = PointsReader(valueType: valueType, kinds: draft.kinds, maximum: draft.maximum)
        draft.points = map["points"].flatMap { pointsReader.read($0) }
        if let points = draft.points {
            pointsReader.checkReach(of: points, map["maximum"])
            pointsReader.checkDifference(of: points, map["points"])
        }
        if case .some(.some(let rule)) = survey, let valueType {
            SurveyReader(references: references, sources: sources).checkReference(rule, valueType, map)
        }
        draft.model = model(map, draft, valueType, survey)
        if let model = draft.model, OverflowCheck.couldOverflow(model) { field.refuse(.couldOverflow) }
        return draft
    }

    private func model(
        _ map: FieldMap, _ draft: CriterionDraft, _ valueType: Criterion.ValueType?, _ survey: SurveyRule??
    ) -> Criterion? {
        let title = map["title"]?.localizedText()
        let source = map["source"].flatMap(source)
        let unit = map.optional("unit") { $0.localizedText() }
        let clause = map["clause"]?.text()
        let isChangeable = map.value("changeable", default: false) { $0.yesOrNo() }
        let isValuePublic = map.value("public", default: true) { $0.yesOrNo() }
        let registerField = map.optional("register") { fieldOfRegister($0, valueType) }
        let evidence = map.optional("evidence") { EvidenceReader(sources: sources).read($0, map) }
        guard let code = draft.code, let title, let source, let kinds = draft.kinds, let unit, let valueType,
            let maximum = draft.maximum, let clause, let isChangeable, let isValuePublic,
            let missing = draft.missing, let survey, let points = draft.points, let registerField, let evidence
        else { return nil }
        return Criterion(
            code: code, title: title, source: source, kinds: kinds, unit: unit, valueType: valueType, maximum: maximum,
            clause: clause, isChangeable: isChangeable, isValuePublic: isValuePublic, missing: missing, survey: survey,
            points: points, registerField: registerField, evidence: evidence)
    }

    private func fieldOfRegister(_ field: Field, _ valueType: Criterion.ValueType?) -> RegisterField? {
        guard let known = field.word(RegisterField.self) else { return nil }
        if let valueType, !known.isWritten(as: valueType) {
            field.refuse(.registerFieldOfOtherValue)
            return nil
        }
        return known
    }

    private func source(_ field: Field) -> String? {
        guard let sources else { return field.code() }
        guard let code = field.scalar() else { return nil }
        if sources.contains(where: { $0.code == code }) { return code }
        field.refuse(.unknownSource(Field.excerpt(code), known: sources.map(\.code)))
        return nil
    }

    private static let required = ["code", "title", "source", "value", "maximum", "clause", "points"]
    private static let optional = [
        "kinds", "unit", "changeable", "public", "missing", "survey", "register", "evidence",
    ]
}
