import Postgres
public import RankingRules

/// The services that an office offers and may offer on a day, and its free places.
public struct OfficeServices: Sendable, Hashable {
    public let code: String
    public let province: String
    public let locality: String
    public let state: LicenceState
    /// False if the office may take no new service.
    public let isActive: Bool
    public let rank: Int?
    public let origin: RankOrigin?
    public let room: ServiceRoom
    /// The ceiling that rank 1 would give the office.
    public let ceilingAtFirstRank: Int?
    /// The services by code.
    public let services: [Line]

    public struct Line: Sendable, Hashable {
        public let code: String
        public let title: String
        public let agency: String
        /// True if a delegation to the office's locality is in operation.
        public let isAvailable: Bool
        /// The first day of its contract; nil if the office does not offer the service.
        public let offeredSince: Day?
    }
}

/// For a service of an agency and a province: where it is offered, and where it could be.
public struct ServiceDistribution: Sendable, Hashable {
    public let service: String
    public let title: String
    public let province: String
    /// Offices that offer the service.
    public let offering: Int
    /// Active offices with a free place.
    public let withRoom: Int
    /// Localities with offices in which the service is available.
    public let localities: Int
    /// Localities among these in which no office offers the service or is able to.
    public let localitiesWithoutOffice: Int
}

extension RankingDatabase {
    public func services(ofOffice code: String, on day: Day) async throws -> OfficeServices {
        try await read { connection in
            let lines = try await connection.query(
                """
                select service_code, title, agency_code, is_available, offered_since
                from ranking.office_services(\(code), \(day)::date)
                """
            ).map { row in
                OfficeServices.Line(
                    code: try row["service_code"], title: try row["title"] ?? "",
                    agency: try row["agency_code"] ?? "", isAvailable: try row["is_available"],
                    offeredSince: try row["offered_since"])
            }
            let rooms = try await connection.query(
                """
                select code, province, locality, state, is_active, rank, rank_origin, share, available, ceiling, used,
                    free, ceiling_at_first_rank
                from ranking.office_room(\(code), \(day)::date)
                """)
            guard let row = rooms.first else { throw RankingError.unknownOffice(code) }
            return try OfficeServices(row, lines)
        }
    }

    /// One line for each delegated service of an agency and each province.
    public func distribution(ofAgency code: String, on day: Day) async throws -> [ServiceDistribution] {
        try await read { connection in
            try await connection.query("select ranking.known_agency(\(code))")
            return try await connection.query(
                """
                select service_code, title, province, offering, with_room, localities, localities_without_office
                from ranking.agency_distribution(\(code), \(day)::date)
                """
            ).map { row in
                ServiceDistribution(
                    service: try row["service_code"], title: try row["title"], province: try row["province"],
                    offering: try row["offering"], withRoom: try row["with_room"],
                    localities: try row["localities"],
                    localitiesWithoutOffice: try row["localities_without_office"])
            }
        }
    }
}

extension OfficeServices {
    fileprivate init(_ row: PostgresRow, _ lines: [Line]) throws {
        code = try row["code"]
        province = try row["province"]
        locality = try row["locality"]
        state = try row["state"]
        isActive = try row["is_active"]
        rank = try row["rank"]
        origin = try row["rank_origin"]
        room = try ServiceRoom(row: row)
        ceilingAtFirstRank = try row["ceiling_at_first_rank"]
        services = lines
    }
}
