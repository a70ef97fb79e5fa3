/// Where the value of a criterion stands among values by the criteria of another scheme.
struct ValueOrigin: Sendable {
    /// Index of the criterion in the other scheme.
    let index: Int
    /// For choices: the index in this list for each option of the other list.
    private let options: [Int64?]?

    /// Nil if values of the two types are not of the same form.
    init?(_ index: Int, from other: Criterion.ValueType, to type: Criterion.ValueType) {
        self.index = index
        switch (other, type) {
        case (.count, .count), (.yesNo, .yesNo):
            options = nil
        case (.decimal(let otherPlaces, _), .decimal(let places, _)):
            guard otherPlaces == places else { return nil }
            options = nil
        case (.choice(let otherOptions), .choice(let list)):
            options = otherOptions.map { option in list.firstIndex { $0.code == option.code }.map(Int64.init) }
        default:
            return nil
        }
    }

    /// The value that counts in the other scheme, in the form of this one.
    func value(of other: SaidValues) -> Int64? {
        other[index].flatMap(translated)
    }

    /// A value of the other criterion in the form of this one; nil if this one lacks the option.
    func translated(_ value: Int64) -> Int64? {
        guard let options else { return value }
        return options.indices.contains(Int(value)) ? options[Int(value)] : nil
    }
}
