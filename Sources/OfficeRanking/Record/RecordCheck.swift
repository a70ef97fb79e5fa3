import Postgres

/// Whether the record's chain holds, from an act on.
public struct RecordCheck: Sendable, Hashable {
    public let count: Int
    /// Of the newest act; keep it elsewhere, since a rewrite of the whole chain cannot be seen from inside.
    public let head: String
    /// The first act that does not follow from the one before; nil when all do.
    public let firstBroken: Int?
    /// The act before the first one that was followed, and its hash, to be compared with what was kept elsewhere.
    public let after: Int
    public let hashBefore: String?
    /// The last act that was followed.
    public let checkedUntil: Int

    /// From where to go on; nil at the end, or where the chain is broken.
    public var next: Int? { firstBroken == nil && checkedUntil < count ? checkedUntil : nil }
}

extension RankingDatabase {
    /// Follows at most so many acts.
    public func checkRecord(after act: Int, length: Int) async throws -> RecordCheck {
        try await read { connection in
            let row = try await connection.query(
                """
                select act_count, head, last_checked, first_broken, hash_before
                from ranking.checked_acts(\(act)::bigint, \(length))
                """)[0]
            return RecordCheck(
                count: try row["act_count"], head: try row["head"], firstBroken: try row["first_broken"], after: act,
                hashBefore: try row["hash_before"], checkedUntil: try row["last_checked"])
        }
    }

    /// Follows the whole chain, part by part.
    public func checkRecord(partLength: Int = 10_000) async throws -> RecordCheck {
        var check = try await checkRecord(after: 0, length: partLength)
        while let next = check.next { check = try await checkRecord(after: next, length: partLength) }
        return RecordCheck(
            count: check.count, head: check.head, firstBroken: check.firstBroken, after: 0, hashBefore: nil,
            checkedUntil: check.checkedUntil)
    }
}
