import Postgres
public import RankingRules

/// One contract that an office has to hand over, with the reason, the day of the cause and the due day.
public struct WorkItem: Sendable, Hashable {
    public let office: String
    public let provinceCode: String
    public let province: String
    public let locality: String
    public let rank: Int?
    public let state: LicenceState
    public let ceiling: Int
    public let used: Int
    /// How many services the office is above its ceiling; 0 if only the service is no longer available.
    public let excess: Int
    /// The order of handing over, from 1: first the services that are no longer available, then by the policy.
    public let position: Int
    public let service: String
    public let serviceTitle: String
    public let agency: String
    public let registeredOn: Day
    public let origin: Origin
    public let reason: Reason
    public let cause: Cause
    /// The day of the cause.
    public let causedOn: Day
    /// The due day: the day of the cause plus the days that the policy of that day grants.
    public let dueOn: Day
    /// True if the headquarters has not set the term.
    public let isSampleTerm: Bool

    public enum Origin: String, Sendable, CaseIterable {
        case registered
        case found
    }

    public enum Reason: String, Sendable, CaseIterable {
        case aboveCeiling = "above_ceiling"
        case serviceNotAvailable = "service_not_available"
        case officeNotActive = "office_not_active"
    }

    public enum Cause: String, Sendable, CaseIterable {
        /// A publication gave another rank, or another share for it.
        case rankChange = "rank_change"
        case suspension
        /// The licence was closed or revoked, or has expired.
        case closure
        /// The delegation of this service, or another one that the ceiling counted, was withdrawn.
        case withdrawal
        /// The office moved, or became active again with a lower ceiling.
        case officeChange = "office_change"
        /// The cause is as old as the contract: the office was found above its ceiling, or the service is not delegated
        /// there.
        case contract
    }
}

/// A page of the work list, with the totals of the whole list.
public struct WorkListPage: Sendable {
    public let page: Page<WorkItem, WorkListCursor>
    public let contracts: Int
    public let offices: Int
    /// The policy that orders the list on its day.
    public let policy: HandOverPolicy?

    public var items: [WorkItem] { page.items }
    public var next: WorkListCursor? { page.next }
}

/// The cursor of an item: province, office, order.
public struct WorkListCursor: PageCursor {
    let province: String
    let office: String
    let position: Int

    public var description: String { "\(province).\(position).\(office)" }

    init(after item: WorkItem) {
        (province, office, position) = (item.provinceCode, item.office, item.position)
    }

    public init?(_ text: String) {
        guard let fields = cursorFields(text, 3), let position = cursorNumber(fields[1]), position >= 0,
            !fields[2].isEmpty,
            cursorNumber(fields[0]) != nil
        else { return nil }
        (province, self.position, office) = (fields[0], position, fields[2])
    }
}

extension RankingDatabase {
    /// All contracts to hand over on a day, by province, office and order. A filter that is nil means all.
    public func workList(
        on day: Day, office: String? = nil, agency: String? = nil, province: String? = nil
    ) async throws -> [WorkItem] {
        try await workListPage(on: day, office: office, agency: agency, province: province).items
    }

    /// A page of the work list; without a limit the whole list.
    public func workListPage(
        on day: Day, office: String? = nil, agency: String? = nil, province: String? = nil, limit: Int? = nil,
        after cursor: WorkListCursor? = nil
    ) async throws -> WorkListPage {
        let rowLimit = limit.map { $0 + 1 }
        return try await read { connection in
            if let agency { try await connection.query("select ranking.known_agency(\(agency))") }
            let rows = try await connection.query(
                """
                select *
                from ranking.work_list(\(day)::date, \(office), \(agency), \(province),
                    \(cursor?.province), \(cursor?.office), \(cursor?.position)::integer, \(rowLimit)::integer)
                """)
            let items = try rows.map(WorkItem.init)
            return WorkListPage(
                page: Page(items, limit: limit ?? items.count, cursor: WorkListCursor.init),
                contracts: try rows.first?["contracts"] ?? 0, offices: try rows.first?["offices"] ?? 0,
                policy: try await connection.handOverPolicy(on: day))
        }
    }
}

extension WorkItem {
    fileprivate init(row: PostgresRow) throws {
        office = try row["office_code"]
        province = try row["province_name"]
        locality = try row["locality_name"]
        rank = try row["rank"]
        state = try row["state"]
        ceiling = try row["ceiling"]
        used = try row["used"]
        excess = try row["excess"]
        position = try row["list_position"]
        service = try row["service_code"]
        serviceTitle = try row["service_title"] ?? ""
        agency = try row["agency_code"] ?? ""
        registeredOn = try row["registered_on"]
        origin = try row["origin"]
        reason = try row["reason"]
        provinceCode = try row["province_code"]
        cause = try row["cause"]
        causedOn = try row["cause_on"]
        dueOn = try row["due_on"]
        isSampleTerm = try row["is_sample_term"]
    }
}
