import Postgres
import RankingRules

/// The queries of one indicator, in one snapshot.
struct IndicatorQuery {
    private let connection: PostgresConnection
    private let agency: String
    private let cutOff: Day
    private let revision: Int?

    init(_ connection: PostgresConnection, _ agency: String, _ cutOff: Day, _ revision: Int?) {
        self.connection = connection
        self.agency = agency
        self.cutOff = cutOff
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
            let owner: String = try row["owner_code"]
            owners[owner] = try row["owner_title"] ?? ""
            let counters: [Bool] = try row["stage_counter"]
            let code: String = try row["code"]
            return IndicatorService(
                code: code, title: try row["title"], owner: owner, parent: try row["parent_code"],
                isSovereign: try row["is_sovereign"], isDelegable: try row["is_delegable"],
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
                service: try row["service_code"], number: try row["mou_number"], signedOn: try row["mou_on"],
                validFrom: try row["valid_from"], withdrawnOn: try row["withdrawn_on"],
                confirmedOn: try row["confirmed_on"],
                evidence: try row["evidence"], area: try row["area"])
        }
    }

    func targets(_ code: String) async throws -> [IndicatorTarget] {
        try await connection.query(
            "select year, first_year, target from ranking.indicator_targets(\(agency), \(code), \(revision)::bigint)"
        ).map { row in
            IndicatorTarget(
                year: try row["year"], firstYear: try row["first_year"], services: try row["target"])
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
                service: try row["service_code"], code: try row["office_code"], province: try row["province"],
                locality: try row["locality"], rank: try row["rank"], registeredOn: try row["registered_on"])
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
