import Postgres
public import RankingRules

/// An agency on a day, in numbers.
public struct Agency: Sendable, Hashable {
    public let code: String
    public let title: String
    /// The number of its services and sub-services.
    public let services: Int
    /// The number of them with a delegation in operation.
    public let delegated: Int
    /// The number of offices' contracts for them.
    public let contracts: Int
}

extension RankingDatabase {
    public func agencies(on day: Day, limit: Int = 50, after code: String? = nil) async throws -> Page<Agency, String> {
        try await read { connection in
            let agencies = try await connection.query(
                """
                select code, title, services, delegated, contracts
                from ranking.agencies_on(\(day)::date, \(code), \(limit + 1))
                """
            ).map { row in
                Agency(
                    code: try row["code"], title: try row["title"], services: try row["services"],
                    delegated: try row["delegated"], contracts: try row["contracts"])
            }
            return Page(agencies, limit: limit, cursor: \.code)
        }
    }

    /// - Parameter agency: the code of an agency; nil means all.
    public func services(
        on day: Day, agency: String? = nil, delegatedOnly: Bool = false, limit: Int = 50, after code: String? = nil
    ) async throws -> Page<Service, String> {
        try await read { connection in
            let services = try await connection.query(
                """
                select *
                from ranking.services_on(\(day)::date, \(agency), \(delegatedOnly), \(code), \(limit + 1))
                """
            ).map(Service.init)
            return Page(services, limit: limit, cursor: \.code)
        }
    }
}
