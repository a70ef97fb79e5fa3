public import RankingRules

/// The number of offices by rank and origin, and by standing.
public struct RankCounts: Sendable, Hashable {
    public private(set) var ranks: [Key: Int] = [:]
    public private(set) var standings: [Standing: Int] = [:]
    public private(set) var offices = 0

    public struct Key: Hashable, Sendable {
        public let rank: Int
        public let origin: RankOrigin
    }

    public subscript(rank: Int, origin: RankOrigin) -> Int {
        ranks[Key(rank: rank, origin: origin)] ?? 0
    }

    mutating func add(_ assessment: Assessment) {
        offices += 1
        standings[assessment.standing, default: 0] += 1
        if let rank = assessment.rank, let origin = assessment.origin {
            ranks[Key(rank: rank, origin: origin), default: 0] += 1
        }
    }
}
