import Postgres

/// Whether the record holds, from an act on.
public struct RecordCheck: Sendable, Hashable {
    public let count: Int
    /// Of the newest act.
    public let head: String
    /// The number of the first act that is not what was recorded; nil when all are.
    public let firstBroken: Int?
    /// The act before the first one that was followed, and its hash.
    public let after: Int
    public let hashBefore: String?
    /// The last act that was followed.
    public let checkedUntil: Int
    /// Whether the record still has the act of the checkpoint; nil without one.
    public let agrees: Bool?

    public var holds: Bool { firstBroken == nil && agrees != false }

    /// From where to go on; nil at the end, or where the chain is broken.
    public var next: Int? { firstBroken == nil && checkedUntil < count ? checkedUntil : nil }

    /// To be kept elsewhere.
    public var checkpoint: RecordCheckpoint { RecordCheckpoint(count: count, hash: head) }
}

extension RankingDatabase {
    /// Follows at most so many acts.
    public func checkRecord(
        after act: Int, length: Int, against checkpoint: RecordCheckpoint? = nil
    ) async throws -> RecordCheck {
        try await read { connection in
            let row = try await connection.query(
                """
                select act_count, head, last_checked, first_broken, hash_before, agrees
                from ranking.checked_acts(\(act)::bigint, \(length), \(checkpoint?.count)::bigint, \(checkpoint?.hash))
                """)[0]
            return RecordCheck(
                count: try row["act_count"], head: try row["head"], firstBroken: try row["first_broken"], after: act,
                hashBefore: try row["hash_before"], checkedUntil: try row["last_checked"],
                agrees: try row["agrees"])
        }
    }

    /// Follows the whole chain, part by part.
    public func checkRecord(
        partLength: Int = 10_000, against checkpoint: RecordCheckpoint? = nil
    ) async throws -> RecordCheck {
        var check = try await checkRecord(after: 0, length: partLength, against: checkpoint)
        while let next = check.next {
            check = try await checkRecord(after: next, length: partLength, against: checkpoint)
        }
        return RecordCheck(
            count: check.count, head: check.head, firstBroken: check.firstBroken, after: 0, hashBefore: nil,
            checkedUntil: check.checkedUntil, agrees: check.agrees)
    }
}
