/// Reads the relations that the values of different criteria must keep.
struct CheckReader {
    private let drafts: [String: CriterionDraft]

    init(groups: [GroupDraft]) {
        let drafts = groups.flatMap { $0.criteria ?? [] }
        self.drafts = Dictionary(drafts.compactMap { draft in draft.code.map { ($0, draft) } }) { first, _ in first }
    }

    /// Nil if one of them is faulty.
    func read(_ field: Field) -> [ValueCheck]? {
        guard let items = field.items() else { return nil }
        let checks = items.compactMap { item -> ValueCheck? in
            guard let map = item.mapping(required: ["criterion", "at_most"]) else { return nil }
            let (criterion, bound) = (known(map["criterion"]), known(map["at_most"]))
            guard let criterion, let bound else { return nil }
            guard criterion.code != bound.code, let scale = scale(criterion), scale == self.scale(bound) else {
                item.refuse(.checkOfUnlikeValues)
                return nil
            }
            return ValueCheck(criterion: criterion.code, atMost: bound.code)
        }
        return checks.count == items.count ? checks : nil
    }

    private func known(_ field: Field?) -> Criterion? {
        guard let code = field?.code() else { return nil }
        if drafts[code] == nil { field?.refuse(.unknownCriterion(code)) }
        return drafts[code]?.model
    }

    /// The number of decimal places; nil for values that are not numbers, and for means of a survey.
    private func scale(_ criterion: Criterion) -> Int? {
        guard criterion.survey == nil else { return nil }
        switch criterion.valueType {
        case .count: return 0
        case .decimal(let places, _): return places
        case .yesNo, .choice: return nil
        }
    }
}
