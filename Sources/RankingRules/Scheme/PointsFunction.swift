/// From a value to points.
public enum PointsFunction: Hashable, Sendable {
    /// Points of the last breakpoint at or below the value; below the first breakpoint the first one's points.
    case steps([Breakpoint])
    /// Straight lines between breakpoints, clamped at both ends.
    case lines([Breakpoint])
    /// Points by the index of the option (choice), or for no and yes (yes/no).
    case table([Points])

    /// `value` is in the integer unit of the criterion's value type.
    public struct Breakpoint: Hashable, Sendable {
        public let value: Int64
        public let points: Points

        public init(value: Int64, points: Points) {
            (self.value, self.points) = (value, points)
        }
    }
}

/// One function for both kinds, or one per kind. A kind without a function is one for which the criterion does not exist.
public struct KindedPointsFunction: Hashable, Sendable {
    public let urban: PointsFunction?
    public let rural: PointsFunction?

    public init(urban: PointsFunction?, rural: PointsFunction?) {
        (self.urban, self.rural) = (urban, rural)
    }

    public subscript(kind: OfficeKind) -> PointsFunction? {
        kind == .urban ? urban : rural
    }
}
