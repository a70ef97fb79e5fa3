/// The readable parts of the penalties; `model` is set only if all of it is right.
struct PenaltiesDraft {
    var rankCaps: [(field: Field, rank: Int)] = []
    var model: PenaltyRules?
}

/// Reads the penalties for violations.
struct PenaltyReader {
    /// A scheme may have no penalties.
    static var none: PenaltiesDraft {
        PenaltiesDraft(model: PenaltyRules(maximum: .zero, lookBack: .days(1), rules: []))
    }

    func read(_ field: Field) -> PenaltiesDraft {
        var draft = PenaltiesDraft()
        guard let map = field.mapping(required: ["maximum", "look_back", "rules"]) else { return draft }
        let maximum = map["maximum"]?.points(SchemeLimits.maxima)
        let lookBack = map["look_back"]?.calendarSpan()
        guard let items = map["rules"]?.items() else { return draft }
        var kinds: Set<String> = []
        let rules = items.compactMap { item -> PenaltyRule? in
            guard let map = item.mapping(required: Self.required, optional: Self.optional) else { return nil }
            let rule = rule(map)
            if let kind = rule.kind, !kinds.insert(kind).inserted { map["kind"]?.refuse(.repeatedCode(kind)) }
            if case .some(.some(let rank)) = rule.rankCap, let field = map["rank_cap"] {
                draft.rankCaps.append((field, rank))
            }
            return rule.model
        }
        guard let maximum, let lookBack, rules.count == items.count else { return draft }
        draft.model = PenaltyRules(maximum: maximum, lookBack: lookBack, rules: rules)
        return draft
    }

    private static let required = ["kind", "title", "clause", "points"]
    private static let optional = ["maximum", "life", "rank_cap"]

    private func rule(_ map: FieldMap) -> (kind: String?, rankCap: Int??, model: PenaltyRule?) {
        let kind = map["kind"]?.code()
        let title = map["title"]?.localizedText()
        let clause = map["clause"]?.text()
        let points = map["points"].flatMap(occurrencePoints)
        let maximum = map.optional("maximum") { $0.points(SchemeLimits.maxima) }
        let life = map.optional("life") { $0.calendarSpan() }
        let rankCap = map.optional("rank_cap") { $0.whole(1...Int64(Int32.max)).map { Int($0) } }
        if case .some(.some(let most)) = maximum, let first = points?.first, first > most {
            map["points"]?.refuse(.penaltyAboveMaximum(most))
        }
        guard let kind, let title, let clause, let points, let maximum, let life, let rankCap else {
            return (kind, rankCap, nil)
        }
        let rule = PenaltyRule(
            kind: kind, title: title, clause: clause, points: points, maximum: maximum, life: life, rankCap: rankCap)
        return (kind, rankCap, rule)
    }

    /// Positive points, and never fewer for a later occurrence.
    private func occurrencePoints(_ field: Field) -> [Points]? {
        guard let items = field.items() else { return nil }
        var points: [Points] = []
        for item in items {
            guard let taken = item.points(SchemeLimits.penaltyPoints) else { continue }
            if let last = points.last, taken < last { item.refuse(.penaltyPointsFalling) }
            points.append(taken)
        }
        return points.count == items.count ? points : nil
    }
}
