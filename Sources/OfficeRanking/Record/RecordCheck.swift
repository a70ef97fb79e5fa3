import Postgres

/// The result of checking the record from an act on.
public struct RecordCheck: Sendable, Hashable {
    public let count: Int
    /// The hash of the newest act.
    public let head: String
    /// The number of the first act that differs from what was recorded; nil if none does.
    public let firstBroken: Int?
    /// The number and the hash of the act before the checked part.
    public let after: Int
    public let hashBefore: String?
    /// The number of the last act that was checked.
    public let checkedUntil: Int
    /// True if the record still has the act of the checkpoint; nil without a checkpoint.
    public let agrees: Bool?

    public var holds: Bool { firstBroken == nil && agrees != false }

    /// Where the next part begins; nil at the end, or if the chain is broken.
    public var next: Int? { firstBroken == nil && checkedUntil < count ? checkedUntil : nil }

    /// A checkpoint to keep outside the database.
    public var checkpoint: RecordCheckpoint { RecordCheckpoint(count: count, hash: head) }
}

extension RankingDatabase {
    /// Checks one part of the chain, at most a given number of acts.
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

    /// Checks the whole chain, part by part.
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
