public import Foundation
import Postgres
public import RankingRules

/// The working group's approval of a province's facts in a half-year: one person of the region and one of the
/// headquarters, over the same facts.
public struct ProvinceApproval: Sendable, Hashable {
    /// The code of the province, and its name.
    public let province: String
    public let name: String
    public let state: State
    /// The digest of the facts that were approved last; nil if nobody has approved.
    public let approvedDigest: String?
    /// The digest of the present facts; only if the province was asked for by itself.
    public let presentDigest: String?
    public let region: Voice?
    public let headquarters: Voice?

    public enum State: String, Sendable, CaseIterable {
        case missing
        /// One of the two persons has approved.
        case half
        case whole
        /// A fact is newer than the approval.
        case voided
    }

    /// The account that approved for a body, and when.
    public struct Voice: Sendable, Hashable {
        public let account: String
        public let approvedAt: Date
    }
}

extension RankingDatabase {
    /// The approvals of the provinces in the account's scope, or of one province with the digest of its present facts.
    public func approvals(of halfYear: HalfYear, province: String? = nil) async throws -> [ProvinceApproval] {
        try await read { connection in
            try await connection.query(
                """
                select province_code, province_name, state, approved_digest, present_digest, region_member, region_at,
                    headquarters_member, headquarters_at
                from ranking.approvals(\(halfYear.description), \(province))
                """
            ).map { row in
                ProvinceApproval(
                    province: try row["province_code"], name: try row["province_name"], state: try row["state"],
                    approvedDigest: try row["approved_digest"], presentDigest: try row["present_digest"],
                    region: try Self.voice(row, "region_member", "region_at"),
                    headquarters: try Self.voice(row, "headquarters_member", "headquarters_at"))
            }
        }
    }

    /// Approves exactly the facts with this digest, for the body of the account: a member of the working group for the
    /// region, the headquarters for itself.
    /// - Returns: false if the body has approved these facts before, so that nothing changes.
    @discardableResult
    public func approve(province: String, in halfYear: HalfYear, digest: String) async throws -> Bool {
        try await act { connection in
            try await connection.query(
                "select ranking.approve_province(\(halfYear.description), \(province), \(digest)) is not null")[0]
                .decode(Bool.self)
        }
    }

    private static func voice(
        _ row: PostgresRow, _ member: StaticString, _ instant: StaticString
    ) throws -> ProvinceApproval.Voice? {
        guard let account: String = try row[member] else { return nil }
        return ProvinceApproval.Voice(account: account, approvedAt: try row[instant])
    }
}
