import Postgres
public import RankingRules

/// One contract that an office has to hand over, and why.
public struct WorkItem: Sendable, Hashable {
    public let office: String
    public let province: String
    public let locality: String
    public let rank: Int?
    public let state: LicenceState
    public let ceiling: Int
    public let used: Int
    /// By how much the office is above its ceiling; 0 where only the service is no longer available.
    public let excess: Int
    /// 1 is handed over first: the newest contract, then by service code.
    public let place: Int
    public let service: String
    public let serviceTitle: String
    public let agency: String
    public let registeredOn: Day
    public let origin: Origin
    public let reason: Reason

    public enum Origin: String, Sendable, CaseIterable {
        case registered
        case found
    }

    public enum Reason: String, Sendable, CaseIterable {
        case aboveCeiling = "above_ceiling"
        case serviceNotAvailable = "service_not_available"
        case officeNotActive = "office_not_active"
    }
}

extension RankingDatabase {
    /// Contracts to hand over on a day, by province, office and order; nil means all.
    public func workList(
        on day: Day, office: String? = nil, agency: String? = nil, province: String? = nil
    ) async throws -> [WorkItem] {
        try await read { connection in
            try await connection.query(
                """
                select office_code, province_name, locality_name, rank, state, ceiling, used, excess, place,
                    service_code, service_title, agency_code, registered_on, origin, reason
                from ranking.work_list(\(day.description)::date, \(office), \(agency), \(province))
                """
            ).map(WorkItem.init)
        }
    }
}

extension WorkItem {
    fileprivate init(row: PostgresRow) throws {
        guard let state = LicenceState(rawValue: try row[4].decode()),
            let origin = Origin(rawValue: try row[13].decode()), let reason = Reason(rawValue: try row[14].decode())
        else { throw RankingError.failed("a work item of an unknown form") }
        office = try row[0].decode()
        province = try row[1].decode()
        locality = try row[2].decode()
        rank = try row[3].decode()
        self.state = state
        ceiling = try row[5].decode()
        used = try row[6].decode()
        excess = try row[7].decode()
        place = try row[8].decode()
        service = try row[9].decode()
        serviceTitle = try row[10].decode(String?.self) ?? ""
        agency = try row[11].decode(String?.self) ?? ""
        registeredOn = try row.day(12)
        self.origin = origin
        self.reason = reason
    }
}
