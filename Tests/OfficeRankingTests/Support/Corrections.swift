import OfficeRanking
import Postgres
import RankingRules

extension Fixture {
    func publishWithOffices() async throws {
        try await rankedWithOffices()
        try await ranking.publishPeriod(Self.firstHalf)
    }

    /// The frozen facts with another value, amended by one person and confirmed by another, and a run of them.
    @discardableResult
    func makeCandidate(office: String = "G-1", value: Int = 9) async throws -> RunOutcome {
        try await amend(office: office, value: value)
        return try await ranking.rank(Self.firstHalf)
    }

    func amend(office: String, value: Int) async throws {
        try await administrator { connection in
            try await connection.execute(
                script: """
                    insert into registry.account (name, person, role) values ('second', 'second', 'headquarters')
                    on conflict do nothing;
                    begin;
                    select ranking.act_as('operator');
                    select ranking.amend_facts('1400-H1', '\(office)', 'staff', 'corrected', \(value), 'x');
                    select ranking.act_as('second');
                    select ranking.confirm_amendment('1400-H1', (select max(id) from registry.amendment));
                    commit;
                    """)
        }
    }

    /// Changes what no account may, past every guard.
    func tamper(_ script: String) async throws {
        try await administrator { connection in
            try await connection.execute(script: "set session_replication_role = replica; \(script)")
        }
    }
}
