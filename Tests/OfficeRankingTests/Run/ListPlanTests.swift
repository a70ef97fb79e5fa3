import OfficeRanking
import Postgres
import TestDatabase
import Testing

@Suite("Lists read the rows that they show")
struct ListPlanTests {
    @Test(
        "of twenty thousand offices a page of fifty reads fifty, at the beginning and in the middle",
        arguments: [
            "null, null, null, null, null, null, null, null, null, null, 51",
            "null, null, null, null, null, null, null, null, 52776558133248, 'P-17-3', 51",
            "1, null, null, null, null, null, null, null, 52776558133248, 'P-17-3', 51",
            "null, 'گیلان', null, null, null, null, null, null, null, null, 51",
            "null, 'گیلان', null, null, null, null, null, null, 52776558133248, 'P-1-3', 51",
        ])
    func page(arguments: String) async throws {
        let read = try await rowsRead(by: "ranking.offices_of_period('1400-H1', \(arguments))", shown: 51)
        #expect(read.values.allSatisfy { $0 <= 51 + readByThePlanner }, "\(read)")
    }

    @Test("a chunk of a whole publication reads its own rows", arguments: ["", "P-17-3"])
    func chunk(after code: String) async throws {
        let read = try await rowsRead(
            by: "ranking.published_lines((select max(id) from ranking.run), '\(code)', 500)", shown: 500)
        #expect(read.values.allSatisfy { $0 <= 500 + readByThePlanner }, "\(read)")
    }

    /// How many rows of each table a question read, by the counters of its own transaction: a plan inside a function
    /// does not show itself.
    private func rowsRead(by question: String, shown: Int) async throws -> [String: Int] {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: smallScheme)
            try await fixture.administrator { try await $0.execute(script: manyOffices + publishedRun) }
            return try await fixture.application(as: "public") { connection in
                let rows = try await connection.query("select count(*) from \(unescaped: question)")
                #expect(try rows[0].decode(Int.self) == shown)
                let read = try await connection.query(
                    """
                    select relname::text, (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::bigint
                    from pg_stat_xact_user_tables where relname in ('assessment', 'census_office', 'locality')
                    """
                ).decode((String, Int).self)
                return Dictionary(uniqueKeysWithValues: read.map { ($0.0, $0.1) })
            }
        }
    }
}

/// It looks at the ends of indexes.
private let readByThePlanner = 10

/// Publishes the one run of `manyOffices`.
let publishedRun = """
    begin;
    insert into registry.publication (period_id, number, census_id, run_id, digest, published_at)
    select period_id, 1, census_id, id, digest, now() - interval '2 days' from registry.run;
    insert into registry.publication_text (publication_id, kind, digest, text)
    select id, 'results', digest, 'x' from registry.publication;
    update registry.evaluation_period set state = 'preview';
    update registry.evaluation_period set state = 'published';
    commit;
    """
