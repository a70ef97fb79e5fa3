/// One office that a new run would place otherwise than the newest one; "-" where one of them does not list it.
public struct RankChange: Sendable, Hashable {
    public let office: String
    public let before: String
    public let after: String
}

extension StoredAssessment {
    /// Standing, or rank with origin, in the words of the glossary.
    var place: String {
        rank.map { "\($0) \(origin ?? "")" } ?? standing
    }
}
