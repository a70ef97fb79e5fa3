/// Where the value of a criterion stands among values by the criteria of another scheme.
struct ValueOrigin: Sendable {
    /// Index of the criterion in the other scheme.
    let index: Int
    private let translation: ValueTranslation

    /// Nil if values of the two types are not of the same form.
    init?(_ index: Int, from other: Criterion.ValueType, to type: Criterion.ValueType) {
        guard let translation = ValueTranslation(from: other, to: type) else { return nil }
        self.index = index
        self.translation = translation
    }

    /// The value that counts in the other scheme, in the form of this one.
    func value(of other: SaidValues) -> Int64? {
        other[index].flatMap(translated)
    }

    /// A value of the other criterion in the form of this one; nil if this one lacks the option.
    func translated(_ value: Int64) -> Int64? { translation.value(of: value) }
}
