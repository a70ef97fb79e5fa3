/// A named value toward which small survey samples shrink. The value is `digits / 10^places`.
public struct Reference: Hashable, Sendable {
    public let code: String
    public let title: LocalizedText
    public let value: FixedDecimal

    public init(code: String, title: LocalizedText, value: FixedDecimal) {
        (self.code, self.title, self.value) = (code, title, value)
    }
}
