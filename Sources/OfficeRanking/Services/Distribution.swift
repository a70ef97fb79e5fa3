import Postgres
public import RankingRules

/// Which offices are asked for when a service is distributed; nil means all.
public struct RoomFilter: Sendable, Hashable {
    /// Code or name.
    public var province: String?
    /// Code or name.
    public var county: String?
    public var locality: String?
    /// The lowest rank that is asked for: this rank or a better one.
    public var rank: Int?
    /// True to leave out ranks that were not earned.
    public var isEarnedOnly = false

    public init() {}
}

/// The ceiling and the places of an office on a day.
public struct ServiceRoom: Sendable, Hashable {
    /// The share of the rank in percent; for a released office, the share of its rank before. Nil if no scheme is
    /// adopted.
    public let share: Int?
    /// Services available in the office's locality.
    public let available: Int
    public let ceiling: Int
    public let used: Int
    public let free: Int
}

/// An office that may offer a service and has a free place.
public struct OfficeWithRoom: Sendable, Hashable {
    public let code: String
    public let province: String
    public let county: String
    public let locality: String
    public let kind: OfficeKind
    public let rank: Int?
    public let origin: RankOrigin?
    /// The position within the province.
    public let position: Int?
    public let total: Points?
    /// The total at the office's share of the full maximum, rounded down.
    public let adjustedTotal: Points?
    public let room: ServiceRoom
    let listKey: Int64
}

extension RankingDatabase {
    /// Offices that may offer a service on a day and have a free place, in the order of the ranking.
    public func officesWithRoom(
        for service: String, on day: Day, _ filter: RoomFilter = RoomFilter(), limit: Int = 50,
        after cursor: OfficeCursor? = nil
    ) async throws -> Page<OfficeWithRoom, OfficeCursor> {
        try await read { connection in
            let offices = try await connection.query(
                """
                select *
                from ranking.offices_with_room(\(day)::date, \(service), \(filter.province),
                    \(filter.county), \(filter.locality), \(filter.rank)::integer, \(filter.isEarnedOnly),
                    \(cursor?.listKey)::bigint, \(cursor?.code), \(limit + 1))
                """
            ).map(OfficeWithRoom.init)
            return Page(offices, limit: limit) { OfficeCursor(listKey: $0.listKey, code: $0.code) }
        }
    }
}

extension OfficeWithRoom {
    fileprivate init(row: PostgresRow) throws {
        code = try row["code"]
        province = try row["province_name"]
        county = try row["county_name"]
        locality = try row["locality_name"]
        kind = try row["kind"]
        rank = try row["rank"]
        origin = try row["rank_origin"]
        position = try row["position"]
        total = try row["total"]
        room = try ServiceRoom(row: row)
        adjustedTotal = try row["adjusted_total"]
        listKey = try row["list_key"]
    }
}

extension ServiceRoom {
    init(row: PostgresRow) throws {
        share = try row["share"]
        available = try row["available"]
        ceiling = try row["ceiling"]
        used = try row["used"]
        free = try row["free"]
    }
}
