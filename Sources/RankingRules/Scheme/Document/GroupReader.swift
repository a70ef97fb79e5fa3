/// The readable parts of a group; `model` is set only if all of it is right.
struct GroupDraft {
    let field: Field
    var codeField: Field?
    var maximumField: Field?
    var code: String?
    var maximum: Points?
    /// Nil if the list is missing.
    var criteria: [CriterionDraft]?
    var model: CriterionGroup?
}

struct GroupReader {
    let references: [Reference]?
    let sources: [Source]?

    func read(_ field: Field) -> GroupDraft {
        var draft = GroupDraft(field: field)
        guard let map = field.mapping(required: ["code", "title", "maximum", "criteria"]) else { return draft }
        draft.codeField = map["code"]
        draft.maximumField = map["maximum"]
        draft.code = map["code"]?.code()
        draft.maximum = map["maximum"]?.points(SchemeLimits.maxima)
        let reader = CriterionReader(references: references, sources: sources)
        draft.criteria = map["criteria"]?.items().map { $0.map(reader.read) }
        let title = map["title"]?.localizedText()
        let models = draft.criteria?.compactMap(\.model)
        guard let code = draft.code, let title, let maximum = draft.maximum, let models,
            models.count == draft.criteria?.count
        else { return draft }
        draft.model = CriterionGroup(code: code, title: title, maximum: maximum, criteria: models)
        return draft
    }
}

/// Reads the named values toward which small samples shrink.
struct ReferenceReader {
    /// Nil if one of them is faulty.
    func read(_ field: Field) -> [Reference]? {
        guard let items = field.items() else { return nil }
        var codes: Set<String> = []
        let references = items.compactMap { item -> Reference? in
            guard let map = item.mapping(required: ["code", "title", "value"]) else { return nil }
            let (code, title, value) = (map["code"]?.code(), map["title"]?.localizedText(), value(map["value"]))
            if let code, !codes.insert(code).inserted { map["code"]?.refuse(.repeatedCode(code)) }
            guard let code, let title, let value else { return nil }
            return Reference(code: code, title: title, value: value)
        }
        return references.count == items.count ? references : nil
    }

    /// The value with as few decimal places as it needs, so that 3.60 and 3.6 are the same scheme.
    private func value(_ field: Field?) -> FixedDecimal? {
        let limit = SchemeLimits.referencePlaces
        guard var digits = field?.decimal(places: limit, in: SchemeLimits.references) else { return nil }
        var places = limit
        while places > 0, digits % 10 == 0 {
            digits /= 10
            places -= 1
        }
        return FixedDecimal(digits: digits, places: places)
    }
}
