import Postgres
public import RankingRules

extension RankingDatabase {
    /// Registers that an office offers a service from a day on, within its ceiling; refused with the reason otherwise.
    /// - Parameter locality: the city or village where it is to be offered; the licensed place unless given.
    public func registerContract(
        office: String, service: String, on day: Day, in locality: String? = nil
    ) async throws {
        try await act { connection in
            try await connection.query(
                "select ranking.register_contract(\(office), \(service), \(day)::date, \(locality))")
        }
    }

    /// Ends the contract in force; `day` is the first day on which it no longer holds.
    public func endContract(office: String, service: String, on day: Day, reason: String? = nil) async throws {
        try await act { connection in
            try await connection.query(
                "select ranking.end_contract(\(office), \(service), \(day)::date, \(reason))")
        }
    }
}
