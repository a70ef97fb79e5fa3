public import RankingRules

/// The result of an office in a run.
public enum Placement: Hashable, Sendable {
    /// 1 is the best rank.
    case ranked(Int, RankOrigin)
    /// Not ranked, with the reason.
    case other(Standing)
    /// The census does not list the office.
    case notListed

    init(_ standing: Standing, rank: Int?, origin: RankOrigin?) {
        if let rank, let origin { self = .ranked(rank, origin) } else { self = .other(standing) }
    }
}
