import Postgres
public import RankingRules

/// Which offices are asked for when a service is to be distributed; nil means all.
public struct RoomFilter: Sendable, Hashable {
    /// Code or name.
    public var province: String?
    /// Code or name.
    public var county: String?
    public var locality: String?
    /// This rank or a better one.
    public var rank: Int?
    /// Only ranks that were earned.
    public var isEarnedOnly = false

    public init() {}
}

/// Ceiling and places of an office on a day.
public struct ServiceRoom: Sendable, Hashable {
    /// The rank's share in percent, of a released office that of the rank before; nil where no scheme is adopted.
    public let share: Int?
    /// Services available in the office's locality.
    public let available: Int
    public let ceiling: Int
    public let used: Int
    public let free: Int
}

/// An office that may offer a service and has room.
public struct OfficeWithRoom: Sendable, Hashable {
    public let code: String
    public let province: String
    public let county: String
    public let locality: String
    public let kind: OfficeKind
    public let rank: Int?
    public let origin: RankOrigin?
    /// Within the province.
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
                select code, province_name, county_name, locality_name, kind, rank, rank_origin, position, total, share,
                    available, ceiling, used, free, adjusted_total, list_key
                from ranking.offices_with_room(\(day.description)::date, \(service), \(filter.province),
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
        guard let kind = OfficeKind(rawValue: try row[4].decode()) else { throw RankingError.failed("office kind") }
        code = try row[0].decode()
        province = try row[1].decode()
        county = try row[2].decode()
        locality = try row[3].decode()
        self.kind = kind
        rank = try row[5].decode()
        origin = try row[6].decode(String?.self).flatMap(RankOrigin.init)
        position = try row[7].decode()
        total = try row[8].decode(Int64?.self).map(Points.init)
        room = try ServiceRoom(row, from: 9)
        adjustedTotal = try row[14].decode(Int64?.self).map(Points.init)
        listKey = try row[15].decode()
    }
}

extension ServiceRoom {
    /// Share, available, ceiling, used and free, beginning at a column.
    init(_ row: PostgresRow, from column: Int) throws {
        share = try row[column].decode()
        available = try row[column + 1].decode()
        ceiling = try row[column + 2].decode()
        used = try row[column + 3].decode()
        free = try row[column + 4].decode()
    }
}
