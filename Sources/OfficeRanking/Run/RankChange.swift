/// One office whose rank or standing differs between a new run and the newest one.
public struct RankChange: Sendable, Hashable {
    public let office: String
    public let before: Placement
    public let after: Placement
}
