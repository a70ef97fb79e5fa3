/// One office that a new run would place otherwise than the newest one.
public struct RankChange: Sendable, Hashable {
    public let office: String
    public let before: Placement
    public let after: Placement
}
