/// From the criteria of an earlier scheme to those of this one, by code.
struct CarryTable: Sendable {
    /// By place of the criterion in this scheme; nil where the value is missing.
    private let origins: [Origin?]

    private struct Origin {
        /// Place of the criterion in the earlier scheme.
        let place: Int
        /// For choices: from the place of an option in the earlier list to its place in this one.
        let options: [Int64?]?

        func value(in earlier: DeclaredValues) -> Int64? {
            guard let value = earlier[place] else { return nil }
            guard let options else { return value }
            return options.indices.contains(Int(value)) ? options[Int(value)] : nil
        }
    }

    init(from earlier: Scheme, to scheme: Scheme) {
        let earlierCriteria = earlier.criteria
        let places = Dictionary(uniqueKeysWithValues: earlierCriteria.enumerated().map { ($1.code, $0) })
        origins = scheme.criteria.map { criterion in
            guard criterion.source.isDeclared, let place = places[criterion.code],
                earlierCriteria[place].source.isDeclared
            else { return nil }
            return Self.origin(place, from: earlierCriteria[place].valueType, to: criterion.valueType)
        }
    }

    /// The value that counted, confirmed else declared, is mapped; a declared one never replaces a confirmed one that
    /// this scheme does not know.
    func values(from earlier: DeclaredValues) -> DeclaredValues {
        DeclaredValues(declared: origins.map { $0?.value(in: earlier) })
    }

    private static func origin(
        _ place: Int, from earlier: Criterion.ValueType, to type: Criterion.ValueType
    ) -> Origin? {
        switch (earlier, type) {
        case (.count, .count), (.yesNo, .yesNo):
            return Origin(place: place, options: nil)
        case (.decimal(let earlierPlaces, _), .decimal(let places, _)):
            return earlierPlaces == places ? Origin(place: place, options: nil) : nil
        case (.choice(let earlierOptions), .choice(let options)):
            let mapped = earlierOptions.map { option in
                options.firstIndex { $0.code == option.code }.map(Int64.init)
            }
            return Origin(place: place, options: mapped)
        default:
            return nil
        }
    }
}

extension Criterion.Source {
    /// Whether the value stands in the declaration.
    var isDeclared: Bool {
        self == .office || self == .region
    }
}
