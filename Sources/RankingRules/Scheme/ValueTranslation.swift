/// Reads a value of an earlier scheme's criterion as a value of this scheme's criterion of the same code.
public struct ValueTranslation: Sendable {
    /// For choices: the index in this list for each option of the earlier list.
    private let options: [Int64?]?

    /// Nil if the values have another form, so that none can be read.
    public init?(from earlier: Criterion.ValueType, to type: Criterion.ValueType) {
        switch (earlier, type) {
        case (.count, .count), (.yesNo, .yesNo): options = nil
        case (.decimal(let earlierPlaces, _), .decimal(let places, _)):
            guard earlierPlaces == places else { return nil }
            options = nil
        case (.choice(let earlierOptions), .choice(let present)):
            options = earlierOptions.map { option in
                present.firstIndex { $0.code == option.code }.map(Int64.init)
            }
        default: return nil
        }
    }

    /// Nil for an option that this scheme lacks.
    public func value(of earlier: Int64) -> Int64? {
        guard let options else { return earlier }
        return options.indices.contains(Int(earlier)) ? options[Int(earlier)] : nil
    }
}

extension Criterion.ValueType {
    /// True if a form may give this value.
    public func admits(_ value: Int64) -> Bool {
        switch self {
        case .count(let admissible), .decimal(_, let admissible): admissible.contains(value)
        case .yesNo: value == 0 || value == 1
        case .choice(let options): options.indices.contains(Int(value))
        }
    }
}
