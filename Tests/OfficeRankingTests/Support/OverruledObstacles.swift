import OfficeRanking
import Postgres
import RankingRules

extension Fixture {
    /// Two persons overrule whatever stands against closing an open period as it is now.
    func overruleObstacles(_ halfYear: HalfYear = firstHalf, by maker: String, _ confirmer: String) async throws {
        try await administrator { connection in
            try await connection.query(
                """
                insert into registry.step_overrule (period_id, step, code, detail, reason, made_by, maker)
                select p.id, 'close', o.code, o.detail, 'x', a.id, 'x'
                from registry.evaluation_period p join registry.account a on a.name = \(maker)
                cross join ranking.step_obstacles(p.id, 'close') o
                where p.half_year = \(halfYear.description) and o.may_be_overruled
                """)
            try await connection.query(
                """
                update registry.step_overrule v set confirmed_by = a.id, confirmed_at = clock_timestamp()
                from registry.account a, registry.evaluation_period p
                where a.name = \(confirmer) and p.id = v.period_id and p.half_year = \(halfYear.description)
                    and v.step = 'close' and v.confirmed_by is null
                """)
        }
    }
}
