/// Maps a value to points.
public enum PointsFunction: Hashable, Sendable {
    /// The points of the last breakpoint at or below the value; below the first breakpoint, the points of the first.
    case steps([Breakpoint])
    /// Straight lines between breakpoints, clamped at both ends.
    case lines([Breakpoint])
    /// Points by the index of the option (choice), or for no and yes (yes/no).
    case table([Points])

    /// A value in the criterion's integer unit, with its points.
    public struct Breakpoint: Hashable, Sendable {
        public let value: Int64
        public let points: Points

        public init(value: Int64, points: Points) {
            (self.value, self.points) = (value, points)
        }
    }
}

/// One function for both kinds, or one per kind. The criterion does not exist for a kind without a function.
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
