import OfficeRanking
import Postgres
import RankingRules
import TestDatabase

/// Two provinces with a few offices in an open period of the small scheme.
extension Fixture {
    /// G-1 and G-2 in Gilan, T-1 in Tehran; G-1 and T-1 declare, G-1 has a violation.
    func openWithOffices(_ halfYear: HalfYear = firstHalf) async throws {
        try await open(halfYear, scheme: smallScheme)
        try await take(.offices, Self.officesOfTwoProvinces)
        try await take(.declarations, "office_code,staff\nG-1,7\nT-1,4\n", period: halfYear)
        try await take(
            .violations, "office_code,decision_number,kind,decided_on\nG-1,R-1,overcharging,1400/02/01\n",
            period: halfYear)
    }

    func rankedWithOffices(_ halfYear: HalfYear = firstHalf) async throws {
        try await openWithOffices(halfYear)
        try await close(halfYear)
        _ = try await ranking.rank(halfYear)
    }

    static let officesOfTwoProvinces = OfficeLine.file(
        OfficeLine(code: "G-1", holder: legalID(1)), OfficeLine(code: "G-2", holder: legalID(2)),
        OfficeLine(code: "T-1", province: "تهران", county: "تهران", locality: "تهران", holder: legalID(3)))

    /// Rank with origin, or else the standing, of every office of a ranked period.
    func places(_ halfYear: HalfYear = firstHalf) async throws -> [String: String] {
        let offices = try await ranking.offices(in: halfYear, limit: 1_000).items
        return offices.reduce(into: [:]) { places, office in
            let rank = office.rank.map { "\($0) \(office.origin?.rawValue ?? "")" }
            places[office.code] = rank ?? office.standing.rawValue
        }
    }

    /// Plans and opens another half-year with the scheme adopted last.
    func openNext(_ halfYear: HalfYear) async throws {
        try await ranking.planPeriod(halfYear)
        let scheme = try await ranking.schemes().max { $0.version < $1.version }
        try await ranking.openPeriod(halfYear, scheme: scheme?.code ?? "", version: scheme?.version ?? 0)
    }

    /// Two persons overrule that nobody took part, so that a half-year without declarations can close.
    func overruleSilence(_ halfYear: HalfYear = firstHalf) async throws {
        try await administrator { connection in
            try await connection.execute(script: silenceOverruled(halfYear.description))
        }
    }

    /// Closes an open period; two persons overrule what stands against it.
    func close(_ halfYear: HalfYear = firstHalf) async throws {
        try await overruleObstacles(halfYear)
        try await ranking.closePeriod(halfYear)
    }

    func overruleObstacles(
        _ halfYear: HalfYear = firstHalf, step: String = "close", by accounts: (String, String) = overrulers
    ) async throws {
        try await administrator { connection in
            try await connection.execute(script: obstaclesOverruled(halfYear.description, step: step, by: accounts))
        }
    }

    /// Closes an open period and ranks it.
    @discardableResult
    func closeAndRank(_ halfYear: HalfYear = firstHalf) async throws -> RunOutcome {
        try await close(halfYear)
        return try await ranking.rank(halfYear)
    }
}
