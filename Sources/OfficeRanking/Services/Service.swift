import Postgres
public import RankingRules

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
    public let record: Record

    public struct Stage: Sendable, Hashable {
        public let stage: ServiceStage
        public let channels: String
        /// The field of the counter offices is completed.
        public let hasCounter: Bool
    }

    /// What the register says beside the stages; nil where it says nothing.
    public struct Record: Sendable, Hashable {
        public let level: String?
        /// In person or not: electronic, by post …
        public let mode: String?
        /// What the applicant has to bring.
        public let documents: String?
        public let requestPage: String?
        public let guide: String?
        public let questions: String?
        /// The service level agreement.
        public let agreement: String?
        /// Who answers questions.
        public let unit: String?
        public let phone: String?
    }
}

extension Service {
    init(row: PostgresRow) throws {
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
        record = Record(
            level: try row[13].decode(), mode: try row[14].decode(), documents: try row[15].decode(),
            requestPage: try row[16].decode(), guide: try row[17].decode(), questions: try row[18].decode(),
            agreement: try row[19].decode(), unit: try row[20].decode(), phone: try row[21].decode())
    }
}
