import OfficeRanking
import Postgres
import TestDatabase
import Testing

@Suite("Questions about services are answered by indexes")
struct ServicePlanTests {
    @Test(
        "a query about an office's services never reads a whole table of twenty thousand offices",
        arguments: [
            "ranking.offices_with_room(current_date, '1001', 'گیلان', null, null, null, false, null, null, 50)",
            "ranking.office_room('P-17-3', current_date)",
            "ranking.office_services('P-17-3', current_date)",
        ])
    func asked(question: String) async throws {
        let read = try await tablesReadWhole(by: question)
        #expect(read.isEmpty, "\(read.joined(separator: ", "))")
    }

    @Test("a page of offices of the whole country does not read all contracts")
    func country() async throws {
        let read = try await tablesReadWhole(
            by: "ranking.offices_with_room(current_date, '1001', null, null, null, null, false, null, null, 50)")
        #expect(!read.contains("contract"))
    }

    /// The greater tables that one question read from end to end, by the counters of its own transaction: a plan inside
    /// a function does not show itself.
    private func tablesReadWhole(by question: String) async throws -> [String] {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: smallScheme)
            try await fixture.takeServices(20)
            try await fixture.administrator { try await $0.execute(script: manyOffices + publicationAndContracts) }
            return try await fixture.application(as: "operator") { connection in
                let rows = try await connection.query("select count(*) from \(unescaped: question)")
                #expect(try rows[0].decode(Int.self) > 0)
                return try await connection.query(
                    """
                    select relname::text from pg_stat_xact_user_tables
                    where relname in ('contract', 'assessment', 'office') and seq_scan > 0
                    """
                ).decode(String.self)
            }
        }
    }
}

private let publicationAndContracts = """
    \(publishedRun)
    insert into registry.contract (office_id, province_id, service_id, registered_on, origin, revision)
    select o.id, o.province_id, s.id, '2021-03-21', 'found', 1
    from registry.office o join registry.service s on (o.id + s.id) % 20 = 0;
    analyze registry.contract;
    """
