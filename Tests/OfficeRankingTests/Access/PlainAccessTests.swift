import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("What the application's login may do with plain SQL")
struct PlainAccessTests {
    @Test("the application's login neither reads nor writes a table of the registry")
    func registry() async throws {
        try await Fixture.with { fixture in
            let tables = try await fixture.administrator { connection in
                try await connection.query(
                    """
                    select c.oid::regclass::text from pg_class c
                    where c.relnamespace = 'registry'::regnamespace and c.relkind = 'r'
                        and c.relname not in ('migration', 'code_version') order by 1
                    """
                ).decode(String.self)
            }
            #expect(tables.count > 25)
            for table in tables {
                for statement in [
                    "select from \(table)", "insert into \(table) default values", "delete from \(table)",
                    "truncate \(table)",
                ] {
                    #expect(try await denied(fixture, statement), "\(statement)")
                }
            }
            #expect(try await denied(fixture, "update registry.office set state = 'closed'"))
            #expect(try await denied(fixture, "select nextval('registry.revision')"))
            #expect(try await denied(fixture, "create table registry.mine ()"))
            #expect(try await denied(fixture, "create function ranking.mine() returns int language sql return 1"))
        }
    }

    @Test("the application's login inserts landing rows, but cannot read them or set their transaction")
    func landing() async throws {
        try await Fixture.with { fixture in
            let row = "(import_key, line, is_faulty) values (gen_random_uuid(), 2, false)"
            try await expectAnswer("accepted") { try await run(fixture, "insert into staging.office_row \(row)") }
            let forged = "(import_key, line, is_faulty, made_in) values (gen_random_uuid(), 2, false, '7')"
            for table in ["office", "submission", "violation"] {
                #expect(try await denied(fixture, "insert into staging.\(table)_row \(forged)"))
                #expect(try await denied(fixture, "select from staging.\(table)_row"))
                #expect(try await denied(fixture, "update staging.\(table)_row set line = 1"))
                #expect(try await denied(fixture, "delete from staging.\(table)_row"))
            }
            #expect(try await denied(fixture, "insert into staging.assessment_row (made_in) values ('7')"))
            #expect(try await denied(fixture, "select from staging.finding"))
            #expect(try await denied(fixture, "select from staging.place_row"))
            #expect(try await denied(fixture, "insert into staging.office_said_row (line) values (2)"))
        }
    }

    @Test("the application's login creates no table, function or other object, not even a temporary one")
    func objects() async throws {
        try await Fixture.with { fixture in
            for statement in [
                "create temporary table mine ()", "create table public.mine ()", "create schema mine",
                "create function pg_temp.mine() returns int language sql return 1",
                "create function public.mine() returns int language sql return 1",
                "create view pg_temp.mine as select 1", "create operator public.<<< (leftarg = int, function = abs)",
            ] {
                let isDenied = try await denied(fixture, statement)
                #expect(isDenied, "\(statement)")
            }
        }
    }

    @Test("every view that the application reads is a security barrier")
    func barriers() async throws {
        try await Fixture.with { fixture in
            let open = try await fixture.administrator { connection in
                try await connection.query(
                    """
                    select c.relname from pg_class c
                    where c.relnamespace = 'ranking'::regnamespace and c.relkind = 'v'
                        and has_table_privilege('pishkhan_app', c.oid, 'select')
                        and not coalesce('security_barrier=true' = any (c.reloptions), false)
                    """
                ).decode(String.self)
            }
            #expect(open.isEmpty)
        }
    }

    @Test("every view is empty without an account, for an unknown account and for a disabled one")
    func nobody() async throws {
        try await Fixture.with { fixture in
            try await fixture.desksOfAllRoles()
            try await fixture.ranking.publishPeriod(Fixture.earlierHalf)
            try await fixture.take(.declarations, "office_code,staff\nG-1,7\nG-2,x\n", acceptsValid: true)
            _ = try await fixture.account("gone.desk", role: "headquarters", isActive: false)
            let views = try await fixture.administrator { connection in
                try await connection.query(
                    """
                    select c.relname, has_table_privilege('pishkhan_app', c.oid, 'select') from pg_class c
                    where c.relnamespace = 'ranking'::regnamespace and c.relkind in ('v', 'm') order by 1
                    """
                ).decode((String, Bool).self)
            }
            var filled: [String] = []
            for (view, isGranted) in views {
                for actor in ["", "4711", try await fixture.accountNumber("gone.desk") ?? ""] {
                    let seen = try await answer {
                        let count = try await self.count(fixture, view, actor)
                        #expect(count == 0, "\(view) as “\(actor)”")
                    }
                    #expect(seen.hasPrefix(isGranted ? "accepted" : "42501"), "\(view): \(seen)")
                }
                guard isGranted else { continue }
                let operatorNumber = try await fixture.accountNumber("operator") ?? ""
                if try await count(fixture, view, operatorNumber) > 0 { filled.append(view) }
            }
            // Otherwise emptiness would prove nothing.
            let stillEmpty = Set(views.filter(\.1).map(\.0)).subtracting(filled)
            #expect(
                stillEmpty == [
                    "appeal", "closing_reminder", "import_attempt", "import_finding", "indicator_sheet", "outbox",
                    "pending_appeal", "record_head", "scheme_simulation", "simulated_move", "submission_window",
                ],
                "\(stillEmpty)")
        }
    }

    private func count(_ fixture: Fixture, _ view: String, _ actor: String) async throws -> Int {
        try await fixture.application(as: nil) { connection in
            try await connection.query("select set_config('pishkhan.actor', \(actor), true)")
            return try await connection.query("select count(*) from ranking.\(unescaped: view)")[0].decode(Int.self)
        }
    }

    @Test("every command is refused without an account")
    func unset() async throws {
        try await Fixture.with { fixture in
            try await fixture.rankedWithOffices()
            for call in [
                "next_revision()", "plan_period('1401-H1', '2022-03-21', '2022-09-22', '2022-09-22')",
                "open_period('1400-H1', 'small', 1)", "reopen_period('1400-H1', 'x')", "close_period('1400-H1')",
                "publish_period('1400-H1', '')", "begin_period_import('1400-H1')",
                "correct_office('G-1', '{\"state\": \"closed\"}', '2025-01-01', 'x')",
                "assign_region('01', 1, 'x')", "name_association('01', 'x')",
                "store_run('1400-H1', gen_random_uuid(), 1, '')", "propose_scheme('', '', '{}', null)",
            ] {
                let refused = try await answer {
                    try await fixture.application(as: nil) { try await $0.query("select ranking.\(unescaped: call)") }
                }
                #expect(refused.hasPrefix("RK50"), "\(call): \(refused)")
            }
        }
    }

    @Test("a disabled or unknown account sees no office, and its commands are refused")
    func disabled() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            _ = try await fixture.provincialAccount("gone.desk", isActive: false)
            let gone = try await fixture.accountNumber("gone.desk") ?? ""
            for actor in [gone, "4711"] {
                let seen = try await fixture.application(as: nil) { connection in
                    try await connection.query("select set_config('pishkhan.actor', \(actor), true)")
                    return try await connection.query("select count(*) from ranking.office")[0].decode(Int.self)
                }
                #expect(seen == 0)
                let refused = try await answer {
                    try await fixture.application(as: nil) { connection in
                        try await connection.query("select set_config('pishkhan.actor', \(actor), true)")
                        try await connection.query("select ranking.next_revision()")
                    }
                }
                #expect(refused == "RK501 not_allowed")
            }
        }
    }

    @Test("a provincial account sees only its own province in every view and function")
    func provincialViews() async throws {
        try await Fixture.with { fixture in
            try await fixture.rankedWithOffices()
            _ = try await fixture.provincialAccount()
            for source in [
                "ranking.office", "ranking.census_office", "ranking.ranked_office", "ranking.assessment",
                "ranking.office_facts((select census_id from ranking.period))",
            ] {
                let codes = try await fixture.application(as: "gilan.desk") { connection in
                    try await connection.query("select code from \(unescaped: source) order by 1").decode(String.self)
                }
                #expect(codes == ["G-1", "G-2"], "\(source)")
            }
            for source in ["ranking.office_version", "ranking.assessment"] {
                let offices = try await fixture.application(as: "gilan.desk") { connection in
                    try await connection.query("select count(distinct office_id) from \(unescaped: source)")[0]
                        .decode(Int.self)
                }
                #expect(offices == 2, "\(source)")
            }
        }
    }

    @Test("a provincial account cannot change another province by staging rows or calling commands itself")
    func provincialCommands() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            _ = try await fixture.provincialAccount()
            let key = "8b4e0f4e-0000-4000-8000-000000000001"
            let counts = try await fixture.application(as: "gilan.desk") { connection in
                try await connection.query(
                    """
                    insert into staging.submission_row (import_key, line, is_faulty, office_code, value, respondents,
                        said, given, confirmed, judged)
                    values (\(key)::uuid, 2, false, 'T-1', '{50}', '{null}', 1, 1, '{null}', 0)
                    """)
                return try await connection.query(
                    """
                    select inserted + changed + unchanged, refused from ranking.store_import(\(key)::uuid,
                        'declarations', '1400-H1', '2021-09-22', 'x.csv', repeat('0', 64), 1, true)
                    """)[0].decode((Int, Int).self)
            }
            #expect(counts == (0, 1))
            let moved = try await answer {
                try await fixture.application(as: "gilan.desk") { connection in
                    try await connection.query(
                        "select ranking.correct_office('T-1', '{\"state\": \"closed\"}', '2025-03-21', 'x')")
                }
            }
            #expect(moved == "RK604 unknown_office")
        }
    }

    @Test("a provincial account cannot call the commands of the country by plain SQL")
    func actsOfTheCountry() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            _ = try await fixture.provincialAccount()
            for call in [
                "plan_period('1401-H1', '2022-03-21', '2022-09-22', '2022-09-22')",
                "open_period('1400-H1', 'small', 1)", "reopen_period('1400-H1', 'x')", "close_period('1400-H1')",
                "publish_period('1400-H1', '')", "assign_region('01', 1, 'x')", "name_association('01', 'x')",
                "store_run('1400-H1', gen_random_uuid(), 1, '')", "propose_scheme('', '', '{}', null)",
            ] {
                let refused = try await answer {
                    try await fixture.application(as: "gilan.desk") {
                        try await $0.query("select ranking.\(unescaped: call)")
                    }
                }
                #expect(refused == "RK501 not_allowed", "\(call)")
            }
        }
    }

    private func run(_ fixture: Fixture, _ statement: String) async throws {
        try await fixture.application(as: "operator") { try await $0.query("\(unescaped: statement)") }
    }

    private func denied(_ fixture: Fixture, _ statement: String) async throws -> Bool {
        try await answer { try await run(fixture, statement) }.hasPrefix("42501")
    }
}
