import Postgres
import RankingRules

/// The queries of one indicator, in one snapshot.
struct IndicatorQuery {
    private let connection: PostgresConnection
    private let agency: String
    private let cutOff: String
    private let revision: Int?

    init(_ connection: PostgresConnection, _ agency: String, _ cutOff: Day, _ revision: Int?) {
        self.connection = connection
        self.agency = agency
        self.cutOff = cutOff.description
        self.revision = revision
    }

    func title() async throws -> String {
        try await connection.query(
            """
            select coalesce(ranking.agency_title_as_of(
                ranking.known_agency(\(agency)), \(cutOff)::date, \(revision)::bigint), '')
            """
        )[0].decode()
    }

    func services(
        _ memoranda: [AgencyIndicator.Memorandum]
    ) async throws -> ([IndicatorService], owners: [String: String]) {
        let delegations = Dictionary(grouping: memoranda, by: \.service)
        let rows = try await connection.query(
            """
            select code, title, owner_code, owner_title, parent_code, is_sovereign, is_delegable, stage_counter
            from ranking.indicator_services(\(agency), \(cutOff)::date, \(revision)::bigint)
            """)
        var owners: [String: String] = [:]
        let services = try rows.map { row in
            let owner = try row[2].decode(String.self)
            owners[owner] = try row[3].decode(String?.self) ?? ""
            let counters = try row[7].decode([Bool].self)
            let code = try row[0].decode(String.self)
            return IndicatorService(
                code: code, title: try row[1].decode(), owner: owner, parent: try row[4].decode(),
                isSovereign: try row[5].decode(), isDelegable: try row[6].decode(),
                counterStages: Set(zip(ServiceStage.allCases, counters).filter(\.1).map(\.0)),
                delegations: (delegations[code] ?? []).map(\.rule))
        }
        return (services, owners)
    }

    func memoranda() async throws -> [AgencyIndicator.Memorandum] {
        try await connection.query(
            """
            select service_code, mou_number, mou_on, valid_from, withdrawn_on, confirmed_on, evidence, area
            from ranking.indicator_delegations(\(agency), \(cutOff)::date, \(revision)::bigint)
            """
        ).map { row in
            AgencyIndicator.Memorandum(
                service: try row[0].decode(), number: try row[1].decode(), signedOn: try row.day(2),
                validFrom: try row.day(3), withdrawnOn: try row.optionalDay(4), confirmedOn: try row.optionalDay(5),
                evidence: try row[6].decode(), area: try row[7].decode())
        }
    }

    func targets(_ code: String) async throws -> [IndicatorTarget] {
        try await connection.query(
            "select year, first_year, target from ranking.indicator_targets(\(agency), \(code), \(revision)::bigint)"
        ).map { row in
            IndicatorTarget(
                year: try row[0].decode(), firstYear: try row[1].decode(), services: try row[2].decode())
        }
    }

    func offices() async throws -> [AgencyIndicator.OfferingOffice] {
        try await connection.query(
            """
            select service_code, office_code, province, locality, rank, registered_on
            from ranking.indicator_offices(\(agency), \(cutOff)::date, \(revision)::bigint)
            """
        ).map { row in
            AgencyIndicator.OfferingOffice(
                service: try row[0].decode(), code: try row[1].decode(), province: try row[2].decode(),
                locality: try row[3].decode(), rank: try row[4].decode(), registeredOn: try row.day(5))
        }
    }
}

extension AgencyIndicator.Memorandum {
    fileprivate var rule: IndicatorDelegation {
        IndicatorDelegation(
            mouNumber: number, validFrom: validFrom, withdrawnOn: withdrawnOn, confirmedOn: confirmedOn,
            hasEvidence: evidence != nil)
    }
}

extension PostgresRow {
    func day(_ column: Int) throws -> Day {
        Day(rawValue: try self[column].decode(PostgresDate.self).days)
    }

    func optionalDay(_ column: Int) throws -> Day? {
        try self[column].decode(PostgresDate?.self).map { Day(rawValue: $0.days) }
    }
}
