/// A Persian text with its English counterpart.
public struct LocalizedText: Hashable, Sendable {
    public let persian: String
    public let english: String

    public init(persian: String, english: String) {
        (self.persian, self.english) = (persian, english)
    }
}
