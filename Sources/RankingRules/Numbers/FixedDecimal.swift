/// A decimal read from its text: `digits / 10^places`.
public struct FixedDecimal: Hashable, Sendable {
    public let digits: Int64
    public let places: Int

    public init(digits: Int64, places: Int) {
        (self.digits, self.places) = (digits, places)
    }
}
