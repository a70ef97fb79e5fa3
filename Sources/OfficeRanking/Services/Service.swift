import Postgres
public import RankingRules

/// A service or sub-service on a day.
public struct Service: Sendable, Hashable {
    public let code: String
    public let title: String
    public let agency: String
    public let agencyTitle: String
    public let parent: String?
    /// Recipients: `g2c`, `g2b`, `g2g`.
    public let recipients: [String]
    public let isSovereign: Bool
    public let isDelegable: Bool
    public let delegableReason: String?
    /// The stages in their order.
    public let stages: [Stage]
    /// True if a delegation of the service is in operation somewhere.
    public let isOperating: Bool
    public let contracts: Int
    public let record: Record

    public struct Stage: Sendable, Hashable {
        public let stage: ServiceStage
        public let channels: String
        /// True if the field of the counter offices is completed.
        public let hasCounter: Bool
    }

    /// The other fields of a service in the register; nil if empty.
    public struct Record: Sendable, Hashable {
        public let level: String?
        /// How the service is given, in person or not: electronic, by post …
        public let mode: String?
        /// Documents that the applicant must bring.
        public let documents: String?
        public let requestPage: String?
        public let guide: String?
        public let questions: String?
        /// The service level agreement.
        public let agreement: String?
        /// The unit that answers questions.
        public let unit: String?
        public let phone: String?
    }
}

extension Service {
    init(row: PostgresRow) throws {
        code = try row["code"]
        title = try row["title"]
        agency = try row["agency_code"]
        agencyTitle = try row["agency_title"]
        parent = try row["parent_code"]
        recipients = try row["recipients"]
        isSovereign = try row["is_sovereign"]
        isDelegable = try row["is_delegable"]
        delegableReason = try row["delegable_reason"]
        let channels: [String] = try row["stage_channels"]
        let counters: [Bool] = try row["stage_counter"]
        stages = zip(ServiceStage.allCases, zip(channels, counters)).map { stage, fields in
            Stage(stage: stage, channels: fields.0, hasCounter: fields.1)
        }
        isOperating = try row["is_operating"]
        contracts = try row["contracts"]
        record = Record(
            level: try row["level"], mode: try row["mode"], documents: try row["documents"],
            requestPage: try row["request_url"], guide: try row["guide_url"], questions: try row["faq_url"],
            agreement: try row["sla_url"], unit: try row["unit"], phone: try row["phone"])
    }
}
