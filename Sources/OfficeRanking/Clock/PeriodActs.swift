public import Foundation
import Postgres
public import RankingRules

/// One act on a half-year.
public struct PeriodAct: Sendable, Hashable {
    /// The number of the act in the record.
    public let id: Int
    public let kind: String
    public let recordedAt: Date
    /// Nil for accounts that may not read the record of others.
    public let actor: String?
    public let reason: String?
}

extension RankingDatabase {
    /// The acts on a half-year, oldest first.
    public func acts(of halfYear: HalfYear) async throws -> [PeriodAct] {
        try await read { try await $0.acts(of: halfYear) }
    }
}

extension PostgresConnection {
    func acts(of halfYear: HalfYear) async throws -> [PeriodAct] {
        try await query(
            """
            select id, kind, recorded_at, actor, reason from ranking.period_act
            where half_year = \(halfYear.description) order by id
            """
        ).map { row in
            PeriodAct(
                id: try row["id"], kind: try row["kind"], recordedAt: try row["recorded_at"], actor: try row["actor"],
                reason: try row["reason"])
        }
    }
}
