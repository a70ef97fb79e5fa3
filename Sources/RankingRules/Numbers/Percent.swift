/// A share in whole percent, 0…100.
public struct Percent: RawRepresentable, Hashable, Comparable, Sendable {
    public let rawValue: Int

    public init?(rawValue: Int) {
        guard (0...100).contains(rawValue) else { return nil }
        self.rawValue = rawValue
    }

    public static func < (left: Percent, right: Percent) -> Bool {
        left.rawValue < right.rawValue
    }
}
