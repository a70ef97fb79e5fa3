import Postgres
public import RankingRules

/// Which offices of a ranked period are asked for; nil means all.
public struct OfficeFilter: Sendable, Hashable {
    /// The code or name of a province.
    public var province: String?
    /// The code or name of a county.
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
    /// The total that the office would have of the full maximum, at its share of the maximum available to it, rounded
    /// down: a readable form of the order of lists. The order itself is exact.
    public let adjustedTotal: Points?
    public let penalty: Points
    /// The position within the province: by rank, then by the share of the available maximum; equal shares have one
    /// position. Nil without a rank.
    public let position: Int?
    /// The key that orders lists, before the code.
    let listKey: Int64
}

/// The cursor of an office in the order of the ranking: its key and its code.
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
    /// - Parameter number: the number of a publication; nil means the current run.
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
    init(row: PostgresRow) throws {
        code = try row["code"]
        provinceCode = try row["province_code"]
        province = try row["province"]
        provinceEnglish = try row["province_en"]
        county = try row["county"]
        locality = try row["locality"]
        kind = try row["kind"]
        standing = try row["standing"]
        origin = try row["rank_origin"]
        rank = try row["rank"]
        total = try row["total"]
        penalty = try row["penalty"]
        position = try row["position"]
        adjustedTotal = try row["adjusted_total"]
        listKey = try row["list_key"]
    }
}
