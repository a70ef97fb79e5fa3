public import RankingRules

/// One thing that must hold before requests are sent to this program.
public struct ReadinessCheck: Sendable {
    /// The JSON key.
    public let name: String
    /// Nil when all is well, else what is not.
    public let fault: @Sendable () async -> LocalizedText?

    public init(_ name: String, fault: @escaping @Sendable () async -> LocalizedText?) {
        self.name = name
        self.fault = fault
    }
}
