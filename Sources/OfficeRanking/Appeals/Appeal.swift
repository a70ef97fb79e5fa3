public import Foundation
import Postgres
public import RankingRules

/// An appeal of an office against one item of its result.
public struct Appeal: Sendable, Hashable {
    public let number: Int
    public let halfYear: HalfYear
    public let office: String
    public let provinceCode: String
    public let province: String
    public let provinceEnglish: String
    public let item: Item
    public let grounds: String
    public let filedAt: Date
    /// The last day on which it may be decided in time.
    public let decideBy: Day
    /// True if the claim would change the office's rank or standing.
    public let isDecisive: Bool
    /// The rank against which the office appealed; nil for an office without a rank.
    public let rankBefore: Int?
    /// The rank that the office would have; nil if it would have none.
    public let rankIfUpheld: Int?
    public let standing: Standing
    /// Nil until it is decided.
    public let decision: Decision?

    public enum Item: Sendable, Hashable {
        /// A criterion, and the claimed value in its integer unit.
        case criterion(Criterion, claimed: Int64)
        /// The number of a decision about a violation.
        case decision(String)
    }

    public enum Standing: String, Sendable, CaseIterable {
        case pending
        /// Undecided, and its days have passed.
        case overdue
        case upheld
        case dismissed
        case withdrawn
    }

    public struct Decision: Sendable, Hashable {
        /// The value that counts now, in the criterion's integer unit.
        public let value: Int64?
        public let reason: String
        public let decidedAt: Date
        /// True if nobody decided in time, and the scheme says what that means.
        public let isBySilence: Bool
    }
}

/// How an appeal is decided.
public enum AppealVerdict: String, Sendable, CaseIterable {
    case upheld
    case dismissed
}

extension RankingDatabase {
    /// A page of the appeals of a half-year that the account may see: those that could change a rank first, then by the
    /// day by which they are to be decided.
    public func appeals(
        of halfYear: HalfYear, standing: Appeal.Standing? = nil, limit: Int, after cursor: NumberCursor? = nil
    ) async throws -> Page<Appeal, NumberCursor> {
        try await read { connection in
            _ = try await connection.period(halfYear)
            let found = try await connection.appeals(
                """
                a.half_year = \(halfYear.description)
                and (\(standing?.rawValue)::text is null or a.standing = \(standing?.rawValue)::text)
                and (\(cursor?.number)::integer is null
                     or (not a.is_decisive, a.decide_by, a.filed_at, a.id) > (
                         select not b.is_decisive, b.decide_by, b.filed_at, b.id from ranking.appeal b
                         where b.id = \(cursor?.number)::integer))
                """, limit: limit + 1)
            return Page(found, limit: limit) { NumberCursor($0.number) }
        }
    }

    /// One appeal by its number.
    public func appeal(_ number: Int) async throws -> Appeal {
        try await read { try await $0.appeal(number) }
    }
}

extension PostgresConnection {
    func appeal(_ number: Int) async throws -> Appeal {
        guard let known = Int32(exactly: number),
            let appeal = try await appeals("a.id = \(Int(known))", limit: 1).first
        else { throw RankingError.unknownAppeal(String(number)) }
        return appeal
    }

    fileprivate func appeals(_ condition: PostgresQuery, limit: Int) async throws -> [Appeal] {
        let rows = try await query(
            """
            select a.* from ranking.appeal a where \(condition)
            order by not a.is_decisive, a.decide_by, a.filed_at, a.id limit \(limit)
            """)
        var criteria: [HalfYear: [Criterion]] = [:]
        var appeals: [Appeal] = []
        for row in rows {
            let halfYear: HalfYear = try row["half_year"]
            if criteria[halfYear] == nil { criteria[halfYear] = try await self.criteria(of: halfYear) }
            appeals.append(try Appeal(row, halfYear, criteria[halfYear] ?? []))
        }
        return appeals
    }
}

extension Appeal {
    fileprivate init(_ row: PostgresRow, _ halfYear: HalfYear, _ criteria: [Criterion]) throws {
        number = try row["id"]
        self.halfYear = halfYear
        office = try row["code"]
        provinceCode = try row["province_code"]
        province = try row["province"]
        provinceEnglish = try row["province_en"]
        item = try Item(row, criteria)
        grounds = try row["grounds"]
        filedAt = try row["filed_at"]
        decideBy = try row["decide_by"]
        isDecisive = try row["is_decisive"]
        rankBefore = try row["rank_before"]
        rankIfUpheld = try row["rank_if_upheld"]
        standing = try row["standing"]
        decision = try Decision(row)
    }
}

extension Appeal.Item {
    fileprivate init(_ row: PostgresRow, _ criteria: [Criterion]) throws {
        if let number: String = try row["decision_number"] {
            self = .decision(number)
            return
        }
        guard let position: Int = try row["position"], criteria.indices.contains(position),
            let claimed: Int64 = try row["value"]
        else { throw RankingError.failed("an appeal of an unknown form") }
        self = .criterion(criteria[position], claimed: claimed)
    }
}

extension Appeal.Decision {
    fileprivate init?(_ row: PostgresRow) throws {
        guard let decidedAt: Date = try row["decided_at"] else { return nil }
        self.init(
            value: try row["decided_value"], reason: try row["reason"], decidedAt: decidedAt,
            isBySilence: try row["is_by_silence"])
    }
}
