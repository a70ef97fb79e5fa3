/// The evidence that a value of a criterion takes.
public struct EvidenceRule: Hashable, Sendable {
    /// True if no value is confirmed without its evidence.
    public let isRequired: Bool
    /// Codes of the kinds, such as `lease` and `photo`. Never empty.
    public let kinds: [String]
    /// How many items a value needs, and how many it takes.
    public let count: ClosedRange<Int>
    /// The greatest age on the census date; nil means any age.
    public let oldest: CalendarSpan?

    public init(isRequired: Bool, kinds: [String], count: ClosedRange<Int>, oldest: CalendarSpan?) {
        (self.isRequired, self.kinds, self.count, self.oldest) = (isRequired, kinds, count, oldest)
    }
}
