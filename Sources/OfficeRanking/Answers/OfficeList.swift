import Postgres
public import RankingRules

/// Which offices of a ranked period are asked for; nil means all.
public struct OfficeFilter: Sendable, Hashable {
    /// Code or name.
    public var province: String?
    /// Code or name.
    public var county: String?
    public var locality: String?
    public var kind: OfficeKind?
    public var rank: Int?
    public var origin: RankOrigin?
    public var standing: Standing?

    public init() {}
}

/// One office of a ranked period.
public struct RankedOffice: Sendable, Hashable {
    public let code: String
    public let provinceCode: String
    public let province: String
    public let provinceEnglish: String
    public let county: String
    public let locality: String
    public let kind: OfficeKind
    public let standing: Standing
    public let origin: RankOrigin?
    public let rank: Int?
    public let total: Points?
    public let penalty: Points
    /// Within the province: total descending; equal totals share a position. Nil without a rank.
    public let position: Int?
}

/// A page of a list, and where the next one begins; nil at the end.
public struct Page<Item: Sendable>: Sendable {
    public let items: [Item]
    public let next: PageCursor?
}

/// The place after the last office of a page: ranked first, total descending, then code.
public struct PageCursor: Sendable, Hashable, CustomStringConvertible {
    let isUnranked: Bool
    let total: Int64
    let code: String

    /// An office without a total comes after every total.
    static let noTotal = Int64(Int32.min)

    public var description: String { "\(isUnranked ? 1 : 0).\(total == Self.noTotal ? "-" : "\(total)").\(code)" }

    init(isUnranked: Bool, total: Int64, code: String) {
        (self.isUnranked, self.total, self.code) = (isUnranked, total, code)
    }

    public init?(_ text: String) {
        guard let fields = cursorFields(text, 3), fields[0] == "0" || fields[0] == "1", !fields[2].isEmpty,
            let total = fields[1] == "-" ? Self.noTotal : cursorNumber(fields[1]).map(Int64.init)
        else { return nil }
        self.init(isUnranked: fields[0] == "1", total: total, code: fields[2])
    }
}

extension RankingDatabase {
    /// Offices of a ranked period in a stable order, at most `limit` (at least one) after the cursor.
    public func offices(
        in halfYear: HalfYear, _ filter: OfficeFilter = OfficeFilter(), limit: Int = 50, after cursor: PageCursor? = nil
    ) async throws -> Page<RankedOffice> {
        let limit = max(1, limit)
        let rows = try await ask(
            """
            select code, province_code, province, province_en, county, locality, kind, standing, rank_origin, rank,
                total, penalty, position
            from ranking.offices_of_period(\(halfYear.description), \(filter.province), \(filter.county),
                \(filter.locality), \(filter.kind?.rawValue), \(filter.rank)::integer, \(filter.origin?.rawValue),
                \(filter.standing?.rawValue), \(cursor?.isUnranked)::boolean, \(cursor?.total)::bigint,
                \(cursor?.code), \(limit + 1))
            """)
        let offices = try rows.map(RankedOffice.init)
        let page = Array(offices.prefix(limit))
        return Page(items: page, next: offices.count > limit ? page.last?.cursor : nil)
    }
}

extension RankedOffice {
    /// Columns in the order of `offices(in:)`; more may follow.
    init(row: PostgresRow) throws {
        guard let kind = OfficeKind(rawValue: try row[6].decode()),
            let standing = Standing(rawValue: try row[7].decode())
        else { throw RankingError.failed("an office of an unknown form") }
        code = try row[0].decode()
        provinceCode = try row[1].decode()
        province = try row[2].decode()
        provinceEnglish = try row[3].decode()
        county = try row[4].decode()
        locality = try row[5].decode()
        self.kind = kind
        self.standing = standing
        origin = try row[8].decode(String?.self).flatMap(RankOrigin.init)
        rank = try row[9].decode()
        total = try row[10].decode(Int64?.self).map(Points.init)
        penalty = Points(rawValue: try row[11].decode())
        position = try row[12].decode()
    }

    fileprivate var cursor: PageCursor {
        PageCursor(isUnranked: rank == nil, total: total?.rawValue ?? PageCursor.noTotal, code: code)
    }
}
