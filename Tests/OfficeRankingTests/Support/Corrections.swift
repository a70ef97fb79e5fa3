import OfficeRanking
import Postgres
import RankingRules

extension Fixture {
    func publishWithOffices() async throws {
        try await rankedWithOffices()
        try await ranking.publishPeriod(Self.firstHalf)
    }

    /// Another declared value among the frozen facts, past every guard, and a run of them.
    @discardableResult
    func makeCandidate(office: String = "G-1", value: Int = 9) async throws -> RunOutcome {
        try await administrator { connection in
            try await connection.execute(
                script: """
                    set session_replication_role = replica;
                    update registry.declaration set declared_value = array[\(value)]
                    where office_id = (select id from registry.office where code = '\(office)');
                    """)
        }
        return try await ranking.rank(Self.firstHalf)
    }

    /// Changes what no account may, past every guard.
    func tamper(_ script: String) async throws {
        try await administrator { connection in
            try await connection.execute(script: "set session_replication_role = replica; \(script)")
        }
    }
}
