import Postgres
public import RankingRules

extension RankingDatabase {
    /// Registers that an office offers a service from a day on, if its ceiling allows it; otherwise throws the reason.
    /// - Parameter locality: the city or village of the service; the licensed locality if not given.
    public func registerContract(
        office: String, service: String, on day: Day, in locality: String? = nil
    ) async throws {
        try await act { connection in
            try await connection.query(
                "select ranking.register_contract(\(office), \(service), \(day)::date, \(locality))")
        }
    }

    /// Ends the contract in force; `day` is the first day without it.
    public func endContract(office: String, service: String, on day: Day, reason: String? = nil) async throws {
        try await act { connection in
            try await connection.query(
                "select ranking.end_contract(\(office), \(service), \(day)::date, \(reason))")
        }
    }
}
