/// Reads facts that were frozen by the criteria of one scheme as facts for another one. Values are matched by the code
/// and the form of their criterion.
public struct FactTranslation: Sendable {
    /// The criteria of the new scheme for which the facts have no value, by code.
    public let missing: [String]
    /// By index of the criterion in the new scheme.
    private let origins: [ValueOrigin?]

    public init(from frozen: Scheme, to scheme: Scheme) {
        let frozenCriteria = frozen.criteria
        let places = Dictionary(uniqueKeysWithValues: frozenCriteria.enumerated().map { ($1.code, $0) })
        origins = scheme.criteria.map { criterion in
            // A survey's mean is in thousandths, whatever the type of its criterion.
            guard let index = places[criterion.code],
                (frozenCriteria[index].survey == nil) == (criterion.survey == nil)
            else { return nil }
            return ValueOrigin(index, from: frozenCriteria[index].valueType, to: criterion.valueType)
        }
        missing = zip(scheme.criteria, origins).filter { $1 == nil }.map(\.0.code)
    }

    public func translate(_ facts: OfficeFacts) -> OfficeFacts {
        var translated = facts
        translated.values = SaidValues(
            declared: origins.map { declared($0, facts.values) },
            confirmed: origins.map { origin in
                origin.flatMap { origin in facts.values.confirmed(at: origin.index).flatMap(origin.translated) }
            },
            verdicts: origins.map { origin in origin.flatMap { facts.values.verdict(at: $0.index) } })
        translated.respondents = origins.map { origin in
            origin.map { facts.respondents.indices.contains($0.index) ? facts.respondents[$0.index] : nil } ?? nil
        }
        return translated
    }

    /// A declared value never replaces a confirmed one that the new scheme does not know.
    private func declared(_ origin: ValueOrigin?, _ values: SaidValues) -> Int64? {
        guard let origin, let value = values.declared(at: origin.index) else { return nil }
        if let confirmed = values.confirmed(at: origin.index), origin.translated(confirmed) == nil { return nil }
        return origin.translated(value)
    }
}
