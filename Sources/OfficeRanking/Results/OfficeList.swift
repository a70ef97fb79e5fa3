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
    /// The total at the share of the full maximum that the office has of what was available to it, rounded down: what
    /// lists are ordered by, as people read it. The order itself is exact.
    public let adjustedTotal: Points?
    public let penalty: Points
    /// Within the province: by rank, then by the share of the available maximum; equal shares stand at one position. Nil
    /// without a rank.
    public let position: Int?
    /// Where the office stands in lists, before its code.
    let listKey: Int64
}

/// The place after an office in the order of the ranking: its key, then its code.
public struct OfficeCursor: PageCursor {
    let listKey: Int64
    let code: String

    public var description: String { "\(listKey).\(code)" }

    init(listKey: Int64, code: String) {
        (self.listKey, self.code) = (listKey, code)
    }

    public init?(_ text: String) {
        guard let fields = cursorFields(text, 2), !fields[1].isEmpty, fields[0].utf8.first != UInt8(ascii: "+"),
            let listKey = Int64(fields[0])
        else { return nil }
        self.init(listKey: listKey, code: fields[1])
    }
}

extension RankingDatabase {
    /// Offices of a ranked period in a stable order, at most `limit` (at least one) after the cursor.
    /// - Parameter number: of a publication; nil for the current run.
    public func offices(
        in halfYear: HalfYear, number: Int? = nil, _ filter: OfficeFilter = OfficeFilter(), limit: Int = 50,
        after cursor: OfficeCursor? = nil
    ) async throws -> Page<RankedOffice, OfficeCursor> {
        let limit = max(1, limit)
        let rows = try await ask(
            """
            select code, province_code, province, province_en, county, locality, kind, standing, rank_origin, rank,
                total, penalty, position, adjusted_total, list_key
            from ranking.offices_of_period(\(halfYear.description), \(number)::integer, \(filter.province),
                \(filter.county), \(filter.locality), \(filter.kind?.rawValue), \(filter.rank)::integer,
                \(filter.origin?.rawValue), \(filter.standing?.rawValue), \(cursor?.listKey)::bigint,
                \(cursor?.code), \(limit + 1))
            """)
        return Page(try rows.map(RankedOffice.init), limit: limit) { OfficeCursor(listKey: $0.listKey, code: $0.code) }
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
        adjustedTotal = try row[13].decode(Int64?.self).map(Points.init)
        listKey = try row[14].decode()
    }
}
