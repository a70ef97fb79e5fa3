import Postgres
public import RankingRules

/// An agency on a day, in numbers.
public struct Agency: Sendable, Hashable {
    public let code: String
    public let title: String
    /// Services and sub-services that it has.
    public let services: Int
    /// Those of them with a delegation in operation.
    public let delegated: Int
    /// Contracts of offices for them.
    public let contracts: Int
}

/// A service or sub-service on a day.
public struct Service: Sendable, Hashable {
    public let code: String
    public let title: String
    public let agency: String
    public let agencyTitle: String
    public let parent: String?
    /// Of `g2c`, `g2b`, `g2g`.
    public let recipients: [String]
    public let isSovereign: Bool
    public let isDelegable: Bool
    public let delegableReason: String?
    /// In the order of the stages.
    public let stages: [Stage]
    /// A delegation is in operation somewhere.
    public let isOperating: Bool
    public let contracts: Int

    public struct Stage: Sendable, Hashable {
        public let stage: ServiceStage
        public let channels: String
        /// The field of the counter offices is completed.
        public let hasCounter: Bool
    }
}

/// A page of a list that is ordered by code; `next` is the code after which the following page begins.
public struct CodePage<Item: Sendable>: Sendable {
    public let items: [Item]
    public let next: String?

    init(_ items: [Item], limit: Int, code: (Item) -> String) {
        self.items = Array(items.prefix(limit))
        next = items.count > limit ? self.items.last.map(code) : nil
    }
}

extension RankingDatabase {
    public func agencies(on day: Day, limit: Int = 50, after code: String? = nil) async throws -> CodePage<Agency> {
        try await read { connection in
            let agencies = try await connection.query(
                """
                select code, title, services, delegated, contracts
                from ranking.agencies_on(\(day.description)::date, \(code), \(limit + 1))
                """
            ).map { row in
                let cells = try row.decode((String, String, Int, Int, Int).self)
                return Agency(
                    code: cells.0, title: cells.1, services: cells.2, delegated: cells.3, contracts: cells.4)
            }
            return CodePage(agencies, limit: limit, code: \.code)
        }
    }

    /// - Parameter agency: a code; nil for all.
    public func services(
        on day: Day, agency: String? = nil, delegatedOnly: Bool = false, limit: Int = 50, after code: String? = nil
    ) async throws -> CodePage<Service> {
        try await read { connection in
            let services = try await connection.query(
                """
                select code, title, agency_code, agency_title, parent_code, recipients, is_sovereign, is_delegable,
                    delegable_reason, stage_channels, stage_counter, is_operating, contracts
                from ranking.services_on(\(day.description)::date, \(agency), \(delegatedOnly), \(code), \(limit + 1))
                """
            ).map(Service.init)
            return CodePage(services, limit: limit, code: \.code)
        }
    }
}

extension Service {
    fileprivate init(row: PostgresRow) throws {
        code = try row[0].decode()
        title = try row[1].decode()
        agency = try row[2].decode()
        agencyTitle = try row[3].decode()
        parent = try row[4].decode()
        recipients = try row[5].decode()
        isSovereign = try row[6].decode()
        isDelegable = try row[7].decode()
        delegableReason = try row[8].decode()
        let channels = try row[9].decode([String].self)
        let counters = try row[10].decode([Bool].self)
        stages = zip(ServiceStage.allCases, zip(channels, counters)).map { stage, fields in
            Stage(stage: stage, channels: fields.0, hasCounter: fields.1)
        }
        isOperating = try row[11].decode()
        contracts = try row[12].decode()
    }
}
