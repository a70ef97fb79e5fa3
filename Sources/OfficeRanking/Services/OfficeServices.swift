import Postgres
public import RankingRules

/// What an office may offer on a day, what it offers, and how much room is left.
public struct OfficeServices: Sendable, Hashable {
    public let code: String
    public let province: String
    public let locality: String
    public let state: LicenceState
    /// False: it may take no new service.
    public let isActive: Bool
    public let rank: Int?
    public let origin: RankOrigin?
    public let room: ServiceRoom
    /// What rank 1 would give it.
    public let ceilingAtFirstRank: Int?
    /// By code.
    public let services: [Line]

    public struct Line: Sendable, Hashable {
        public let code: String
        public let title: String
        public let agency: String
        /// Delegated in the office's locality, in operation.
        public let isAvailable: Bool
        /// Nil when the office does not offer it.
        public let offeredSince: Day?
    }
}

/// Where a service of an agency is offered in a province, and where it could be.
public struct ServiceDistribution: Sendable, Hashable {
    public let service: String
    public let title: String
    public let province: String
    /// Offices that offer it.
    public let offering: Int
    /// Offices that could: active, with a free place.
    public let withRoom: Int
    /// Localities with offices where it is available.
    public let localities: Int
    /// Those of them where no office offers it or is able to.
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

    /// One line for each delegated service of an agency and province.
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
