public import Foundation
import Postgres
import RankingRules

/// A published head: the hash of the last act that it covers, and the root of the tree over all of them.
public struct RecordHead: Sendable, Hashable {
    /// The number of acts that it covers.
    public let count: Int
    /// In hexadecimal, as is the root.
    public let hash: String
    public let root: String
    public let publishedAt: Date
}

extension RankingDatabase {
    /// Publishes the present head. If nothing has happened since the last one, that one stays the newest.
    ///
    /// - Returns: the number of acts that the newest head covers.
    @discardableResult
    public func publishHead() async throws -> Int {
        try await act { try await $0.query("select ranking.publish_head()")[0].decode(Int.self) }
    }

    /// The published heads, newest first.
    public func recordHeads(limit: Int = 50, before count: Int? = nil) async throws -> [RecordHead] {
        try await read { connection in
            try await connection.query(
                """
                select act_count, hash, root, published_at from ranking.record_head
                where act_count < \(count ?? Int.max) order by act_count desc limit \(limit)
                """
            ).map { row in
                RecordHead(
                    count: try row["act_count"], hash: try row["hash"], root: try row["root"],
                    publishedAt: try row["published_at"])
            }
        }
    }

    /// The proof that a published head covers an act, for an act of the account itself or a reader of the record.
    public func receipt(ofAct act: Int) async throws -> RecordReceipt {
        try await read { connection in
            let row = try await connection.query(
                """
                select text, previous_hash, head_count, head_root, head_published_at, hashes, are_left
                from ranking.act_receipt(\(act)::bigint)
                """)[0]
            let hashes: [String] = try row["hashes"]
            let areLeft: [Bool] = try row["are_left"]
            return RecordReceipt(
                act: act, text: try row["text"], previousHash: try row["previous_hash"],
                path: zip(hashes, areLeft).map { RecordReceipt.Step(hash: $0, isLeft: $1) },
                headCount: try row["head_count"], headRoot: try row["head_root"],
                headPublishedAt: try row["head_published_at"])
        }
    }
}
