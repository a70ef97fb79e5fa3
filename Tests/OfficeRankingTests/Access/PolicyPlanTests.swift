import OfficeRanking
import Postgres
import TestDatabase
import Testing

@Suite("Policies are answered by indexes")
struct PolicyPlanTests {
    @Test(
        "one province of twenty thousand offices is read without reading the others",
        arguments: [
            "select code from ranking.office",
            "select code from ranking.office where code = 'P-17-3'",
            "select office_id from ranking.assessment where run_id = 1 and office_id = 7",
            "select code from ranking.ranked_office where half_year = '1400-H1'",
        ])
    func oneProvince(query: String) async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: smallScheme)
            try await fixture.administrator { try await $0.execute(script: manyOffices) }
            _ = try await fixture.provincialAccount()
            let plan = try await fixture.application(as: "gilan.desk") { connection in
                try await connection.query("explain (costs off) \(unescaped: query)").decode(String.self)
            }
            let readWhole = plan.filter { $0.contains(/Seq Scan on (office|assessment|census_office)\b/) }
            #expect(readWhole.isEmpty, "\(plan.joined(separator: "\n"))")
        }
    }

    @Test("an account finds its few own acts without walking the record")
    func ownActs() async throws {
        try await Fixture.with { fixture in
            _ = try await fixture.provincialAccount()
            try await fixture.administrator { try await $0.execute(script: manyActs) }
            let read = try await fixture.application(as: "gilan.desk") { connection in
                let acts = try await connection.query("select count(*) from ranking.acts_before(100000, 50)")
                #expect(try acts[0].decode(Int.self) == 2)
                return try await connection.query(
                    """
                    select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::integer
                    from pg_stat_xact_user_tables where relname = 'act'
                    """)[0].decode(Int.self)
            }
            #expect(read <= 20)
        }
    }
}

/// Five thousand acts, of which the second and the third are those of the account `gilan.desk`.
private let manyActs = """
    insert into registry.act (id, kind, actor_id, account_name, person, role, recorded_at, subject, detail, previous_hash, hash)
    select n, 'import', a.id, a.name, a.person, a.role, now(), 'x', '{}', sha256(''), sha256('')
    from generate_series(1, 5000) n
    join registry.account a on a.name = case when n in (2, 3) then 'gilan.desk' else 'operator' end;
    analyze registry.act;
    """

/// 650 offices in each of 31 provinces, with a census and a run of the one open period.
let manyOffices = """
    -- Nobody takes part; that is no matter here.
    alter table registry.evaluation_period disable trigger step_has_no_obstacle;
    insert into registry.licence_holder (kind, national_id, name) values ('legal', '10000000001', 'x');
    insert into registry.office (code, province_id, county_id, locality_id, kind, holder_id, licence_number,
        licensed_on, state, effective_on, revision)
    select 'P-' || l.province_id || '-' || n, l.province_id, l.county_id, l.id, 'urban',
        (select id from registry.licence_holder), 'x', '2016-03-20', 'active', '2016-03-20', 1
    from (select distinct on (province_id) * from registry.locality order by province_id, id) l,
        generate_series(1, 650) n;
    insert into registry.census select 1, id, census_on, 20150, now() from registry.evaluation_period;
    insert into registry.census_office
    select 1, id, code, province_id, county_id, locality_id, kind, holder_id, state, licensed_on, null, false
    from registry.office;
    update registry.evaluation_period set state = 'closed', census_id = 1;
    begin;
    insert into registry.run (period_id, census_id, scheme_id, digest, actor_id, ran_at)
    select id, 1, scheme_id, encode(sha256('x'), 'hex'), (select min(id) from registry.account), now()
    from registry.evaluation_period;
    insert into registry.assessment
    select (select max(id) from registry.run), 1, id, province_id, 'ranked', 'defaulted', 3, 3, 0, 0, 0, 100000,
        100000, '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', code, 1 from registry.office;
    update registry.evaluation_period set state = 'ranked', run_id = (select max(id) from registry.run);
    commit;
    analyze registry.office, registry.census_office, registry.assessment;
    """
