import Postgres
public import RankingRules

/// The order in which an office above its ceiling hands services over, and the days that it has from the cause on.
public struct HandOverPolicy: Sendable, Hashable {
    /// The first day of this version; of two versions of a day the later one counts.
    public var effectiveOn: Day
    public var order: Order
    public var rankChangeDays: Int
    public var suspensionDays: Int
    public var closureDays: Int
    public var withdrawalDays: Int
    /// The days after a move of the office, or if it was found above its ceiling.
    public var otherDays: Int
    public var legalBasis: String
    /// True if the headquarters has not set it: no regulation publishes a term.
    public let isSample: Bool

    public enum Order: String, Sendable, CaseIterable {
        case newestContractFirst = "newest_contract_first"
        case oldestContractFirst = "oldest_contract_first"
        case serviceCode = "service_code"
    }

    public init(
        effectiveOn: Day, order: Order = .newestContractFirst, rankChangeDays: Int, suspensionDays: Int,
        closureDays: Int, withdrawalDays: Int, otherDays: Int, legalBasis: String
    ) {
        self.effectiveOn = effectiveOn
        self.order = order
        self.rankChangeDays = rankChangeDays
        self.suspensionDays = suspensionDays
        self.closureDays = closureDays
        self.withdrawalDays = withdrawalDays
        self.otherDays = otherDays
        self.legalBasis = legalBasis
        isSample = false
    }
}

extension RankingDatabase {
    /// Sets a version of the policy; needs a national account.
    public func setHandOverPolicy(_ policy: HandOverPolicy) async throws {
        try await act { connection in
            try await connection.query(
                """
                select ranking.set_hand_over_policy(\(policy.effectiveOn)::date, \(policy.order.rawValue),
                    \(policy.rankChangeDays), \(policy.suspensionDays), \(policy.closureDays),
                    \(policy.withdrawalDays), \(policy.otherDays), \(policy.legalBasis))
                """)
        }
    }

    /// Every version, oldest first.
    public func handOverPolicies() async throws -> [HandOverPolicy] {
        try await read { try await $0.handOverPolicies() }
    }

    /// The version that orders the work list of a day.
    public func handOverPolicy(on day: Day) async throws -> HandOverPolicy? {
        try await read { try await $0.handOverPolicy(on: day) }
    }
}

extension PostgresConnection {
    func handOverPolicy(on day: Day) async throws -> HandOverPolicy? {
        try await handOverPolicies().last { $0.effectiveOn <= day }
    }

    fileprivate func handOverPolicies() async throws -> [HandOverPolicy] {
        try await query(
            """
            select effective_on, contract_order, rank_change_days, suspension_days, closure_days, withdrawal_days,
                other_days, legal_basis, is_sample
            from ranking.hand_over_policy order by effective_on, id
            """
        ).map(HandOverPolicy.init)
    }
}

extension HandOverPolicy {
    fileprivate init(row: PostgresRow) throws {
        effectiveOn = try row["effective_on"]
        order = try row["contract_order"]
        rankChangeDays = try row["rank_change_days"]
        suspensionDays = try row["suspension_days"]
        closureDays = try row["closure_days"]
        withdrawalDays = try row["withdrawal_days"]
        otherDays = try row["other_days"]
        legalBasis = try row["legal_basis"]
        isSample = try row["is_sample"]
    }
}
