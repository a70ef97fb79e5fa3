public import RankingRules

/// The result of a run or a dry run.
public struct RunOutcome: Sendable {
    public let halfYear: HalfYear
    public let scheme: Scheme
    public let schemeHash: String
    /// SHA-256 of the canonical text.
    public let digest: String
    public let effect: Effect
    public let counts: RankCounts
    /// On a dry run, offices whose rank or standing differs from the newest run of the period; empty otherwise.
    public let changes: [RankChange]

    public enum Effect: Sendable, Equatable {
        case stored(run: Int)
        /// The current run has the same digest.
        case unchanged(run: Int)
        case dryRun
    }
}
