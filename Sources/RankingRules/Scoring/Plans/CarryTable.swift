/// Maps the criteria of an earlier scheme to those of this one, by code.
struct CarryTable: Sendable {
    /// By index of the criterion in this scheme; nil if the value is missing.
    private let origins: [ValueOrigin?]
    /// By index of the criterion in this scheme; true if the values of its source are carried.
    private let isCarried: [Bool]

    init(from earlier: Scheme, to scheme: Scheme) {
        let earlierCriteria = earlier.criteria
        let places = Dictionary(uniqueKeysWithValues: earlierCriteria.enumerated().map { ($1.code, $0) })
        isCarried = scheme.criteria.map { scheme.source($0.source)?.isCarried == true }
        origins = scheme.criteria.map { criterion in
            guard scheme.source(criterion.source)?.isCarried == true, let index = places[criterion.code],
                earlier.source(earlierCriteria[index].source)?.isCarried == true
            else { return nil }
            return ValueOrigin(index, from: earlierCriteria[index].valueType, to: criterion.valueType)
        }
    }

    /// Maps the value that counted: the confirmed one, else the declared one. A declared value never replaces a
    /// confirmed one that this scheme does not know. Present values of other sources are kept.
    func values(from earlier: SaidValues, besides now: SaidValues) -> SaidValues {
        var values = SaidValues(declared: [])
        for index in origins.indices {
            let isNow = !isCarried[index]
            values.declared.append(isNow ? now.declared(at: index) : origins[index]?.value(of: earlier))
            values.confirmed.append(isNow ? now.confirmed(at: index) : nil)
            values.verdicts.append(isNow ? now.verdict(at: index) : nil)
        }
        return values
    }
}
