import Postgres
public import RankingRules

/// The sub-indicator of an agency on a cut-off day: every reading with its lineage.
public struct AgencyIndicator: Sendable {
    public let rules: IndicatorRules
    public let agency: String
    public let title: String
    public let cutOff: Day
    /// The chosen reading first.
    public let results: [IndicatorResult]
    public let memoranda: [Memorandum]
    public let offices: [OfferingOffice]
    /// Names of the agencies that took over services.
    public let owners: [String: String]

    public var chosen: IndicatorResult { results[0] }

    /// A delegation as the lineage shows it, without days after the cut-off day.
    public struct Memorandum: Sendable, Hashable {
        public let service: String
        public let number: String
        public let signedOn: Day
        public let validFrom: Day
        public let withdrawnOn: Day?
        public let confirmedOn: Day?
        public let evidence: String?
        /// `country`, `provinces` or `localities`.
        public let area: String
    }

    /// An office that offers a service on the cut-off day, with its rank in force.
    public struct OfferingOffice: Sendable, Hashable {
        public let service: String
        public let code: String
        public let province: String
        public let locality: String
        public let rank: Int?
        public let registeredOn: Day
    }
}

extension RankingDatabase {
    /// Computes the sub-indicator "use of counter offices" by the newest adopted rules of a year.
    public func indicator(
        of agency: String, year: Int, cutOff: Day? = nil, revision: Int? = nil
    ) async throws -> AgencyIndicator {
        try await read { connection in
            let adopted = try await connection.indicatorRules(year: year, item: "1/8")
            return try await connection.indicator(of: agency, adopted.rules, cutOff: cutOff, revision: revision)
        }
    }

    /// Computes the sub-indicator by the given rules, adopted or not.
    /// - Parameters:
    ///   - cutOff: the last day of the evaluated year if not given.
    ///   - revision: leaves out imports, ends of contracts and publications of later revisions.
    public func indicator(
        of agency: String, _ rules: IndicatorRules, cutOff: Day? = nil, revision: Int? = nil
    ) async throws -> AgencyIndicator {
        try await read { connection in
            try await connection.indicator(of: agency, rules, cutOff: cutOff, revision: revision)
        }
    }
}

extension PostgresConnection {
    /// Computes the sub-indicator inside a transaction that reads one state of the database.
    func indicator(
        of agency: String, _ rules: IndicatorRules, cutOff: Day?, revision: Int?
    ) async throws -> AgencyIndicator {
        guard let cutOff = cutOff ?? rules.lastDay else { throw RankingError.unknownPeriod(String(rules.year)) }
        let query = IndicatorQuery(self, agency, cutOff, revision)
        let title = try await query.title()
        let memoranda = try await query.memoranda()
        let (services, owners) = try await query.services(memoranda)
        let facts = IndicatorFacts(
            agency: agency, cutOff: cutOff, services: services, targets: try await query.targets(rules.item))
        return AgencyIndicator(
            rules: rules, agency: agency, title: title, cutOff: cutOff, results: rules.results(of: facts),
            memoranda: memoranda, offices: try await query.offices(), owners: owners)
    }
}

extension IndicatorRules {
    /// The last day of the evaluated year.
    fileprivate var lastDay: Day? {
        JalaliDate(year: year + 1, month: 1, day: 1)?.dayNumber.adding(days: -1)
    }
}
