/// The readable parts of a rank; `model` is set only if all of it is right.
struct RankDraft {
    let field: Field
    var thresholdField: Field?
    var threshold: KindedPoints?
    var isThresholdPerKind = false
    var ceilingField: Field?
    var ceiling: Percent?
    var conditionsField: Field?
    var conditions: [(field: Field, condition: RankCondition)] = []
    var model: RankThreshold?
}

struct RankReader {
    func read(_ field: Field) -> RankDraft {
        var draft = RankDraft(field: field)
        guard
            let map = field.mapping(required: ["title", "service_ceiling"], optional: ["threshold", "conditions"])
        else { return draft }
        let title = map["title"]?.localizedText()
        draft.ceilingField = map["service_ceiling"]
        draft.ceiling = map["service_ceiling"]?.percent()
        draft.thresholdField = map["threshold"]
        draft.conditionsField = map["conditions"]
        let threshold = map.optional("threshold") { self.threshold($0, &draft) }
        draft.threshold = threshold ?? nil
        let conditionFields = map.value("conditions", default: []) { $0.items() }
        for field in conditionFields ?? [] {
            if let condition = condition(field) { draft.conditions.append((field, condition)) }
        }
        guard let title, let ceiling = draft.ceiling, let threshold, let conditionFields,
            draft.conditions.count == conditionFields.count
        else { return draft }
        draft.model = RankThreshold(
            title: title, threshold: threshold, serviceCeiling: ceiling, conditions: draft.conditions.map(\.condition))
        return draft
    }

    private func threshold(_ field: Field, _ draft: inout RankDraft) -> KindedPoints? {
        guard case .mapping = field.node.content else {
            return field.points().map { KindedPoints(urban: $0, rural: $0) }
        }
        draft.isThresholdPerKind = true
        guard let map = field.mapping(required: ["urban", "rural"]) else { return nil }
        let (urban, rural) = (map["urban"]?.points(), map["rural"]?.points())
        guard let urban, let rural else { return nil }
        return KindedPoints(urban: urban, rural: rural)
    }

    private func condition(_ field: Field) -> RankCondition? {
        let keys = ["group", "criterion", "at_least", "at_most", "kinds"]
        guard let map = field.mapping(required: [], optional: keys) else { return nil }
        let subject = map.exactlyOne(of: ["group", "criterion"])
        let bound = map.exactlyOne(of: ["at_least", "at_most"])
        let kinds = map.value("kinds", default: OfficeKind.allCases) { $0.kinds() }
        let (code, points) = (subject?.value.code(), bound?.value.points())
        guard let subject, let bound, let kinds, let code, let points else { return nil }
        return RankCondition(
            subject: subject.key == "group" ? .group(code) : .criterion(code),
            bound: bound.key == "at_least" ? .atLeast(points) : .atMost(points), kinds: kinds)
    }
}
