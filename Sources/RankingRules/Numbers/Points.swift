/// Points in thousandths: 71.5 points are 71500.
public struct Points: RawRepresentable, Hashable, Comparable, Sendable {
    public let rawValue: Int64

    public static let zero = Points(rawValue: 0)

    public init(rawValue: Int64) {
        self.rawValue = rawValue
    }

    public static func < (left: Points, right: Points) -> Bool {
        left.rawValue < right.rawValue
    }
}
