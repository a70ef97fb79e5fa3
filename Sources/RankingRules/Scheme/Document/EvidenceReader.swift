/// Reads the evidence part of a criterion.
struct EvidenceReader {
    /// Nil if the sources are faulty.
    let sources: [Source]?

    /// Nil if it is faulty.
    func read(_ field: Field, _ criterion: FieldMap) -> EvidenceRule? {
        let isSurvey = sources?.contains { $0.kind == .survey && criterion["source"]?.node.isScalar($0.code) == true }
        if isSurvey == true { field.refuse(.evidenceOnSurvey) }
        guard let map = field.mapping(required: ["required", "kinds"], optional: ["least", "most", "not_older_than"])
        else { return nil }
        let isRequired = map["required"]?.yesOrNo()
        let kinds = map["kinds"].flatMap(kinds)
        let least = map.value("least", default: 1) { $0.whole(SchemeLimits.evidence) }
        let most = map.value("most", default: SchemeLimits.usualEvidence) { $0.whole(SchemeLimits.evidence) }
        let oldest = map.optional("not_older_than") { $0.calendarSpan() }
        if let least, let most, least > most { (map["least"] ?? map["most"])?.refuse(.rangeReversed) }
        guard let isRequired, let kinds, let least, let most, least <= most, let oldest else { return nil }
        return EvidenceRule(isRequired: isRequired, kinds: kinds, count: Int(least)...Int(most), oldest: oldest)
    }

    private func kinds(_ field: Field) -> [String]? {
        guard let items = field.items(), !items.isEmpty else { return nil }
        var (kinds, known): ([String], Set<String>) = ([], [])
        for item in items {
            guard let kind = item.code() else { continue }
            if !known.insert(kind).inserted { item.refuse(.repeatedCode(kind)) }
            kinds.append(kind)
        }
        return kinds.count == items.count ? kinds : nil
    }
}
