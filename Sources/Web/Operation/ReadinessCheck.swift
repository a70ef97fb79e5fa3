public import RankingRules

/// A condition of readiness: while it fails, no requests should be sent to this program.
public struct ReadinessCheck: Sendable {
    /// The JSON key.
    public let name: String
    /// Returns nil if the condition holds, otherwise the fault.
    public let fault: @Sendable () async -> LocalizedText?

    public init(_ name: String, fault: @escaping @Sendable () async -> LocalizedText?) {
        self.name = name
        self.fault = fault
    }
}
