import Postgres
import Testing

@Suite("Who may do what with which table")
struct TableGrantTests {
    @Test("views only read the registry, commands write what they store, the application reads only the versions")
    func registry() async throws {
        try await Fixture.with { fixture in
            let grants = try await grants(fixture, schema: "registry")
            // No closure inside the macro: it would get the symbol of a closure beside it.
            let byApplication = grants.filter { $0.hasPrefix("app ") }
            let byViews = grants.filter { $0.hasPrefix("views ") && !$0.hasPrefix("views SELECT ") }
            let byCommands = grants.filter { $0.hasPrefix("commands ") && !$0.hasPrefix("commands SELECT ") }
            let byEverybody = grants.filter { $0.hasPrefix("everybody ") }
            #expect(byApplication == ["app SELECT code_version", "app SELECT migration"])
            #expect(byViews.isEmpty && byEverybody.isEmpty)
            #expect(byCommands == writtenByCommands)
        }
    }

    @Test("no role deletes from the registry or empties a table of it")
    func removing() async throws {
        try await Fixture.with { fixture in
            let grants = try await grants(fixture, schema: "registry")
            let removing = grants.filter { $0.contains(" DELETE ") || $0.contains(" TRUNCATE ") }
            #expect(removing.isEmpty)
        }
    }

    @Test("the application only selects from the views; of the other roles only the owner reads one, the counts")
    func views() async throws {
        try await Fixture.with { fixture in
            let grants = try await grants(fixture, schema: "ranking")
            let others = grants.filter { !$0.hasPrefix("app SELECT ") }
            // Recounting what is to be published.
            #expect(others == ["owner SELECT rank_count"] && grants.count >= 15)
        }
    }

    @Test("the application inserts into the landing tables, every column but the transaction")
    func landing() async throws {
        try await Fixture.with { fixture in
            let tables = try await grants(fixture, schema: "staging")
            let whole = tables.filter { $0.hasPrefix("app ") || $0.hasPrefix("views ") }
            // How far an import is, is for its account to see.
            #expect(whole == ["views SELECT import_attempt", "views SELECT import_finding"])
            let withheld = try await fixture.administrator { connection in
                try await connection.query(
                    """
                    select c.relname || '.' || a.attname
                    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                    where c.relnamespace = 'staging'::regnamespace and c.relkind = 'r' and c.relname like '%\\_row'
                        and c.relname not in ('place_row', 'office_said_row')
                        and not has_column_privilege('pishkhan_app', c.oid, a.attnum, 'insert')
                    order by 1
                    """
                ).decode(String.self)
            }
            let others = withheld.filter { !$0.hasSuffix("_row.made_in") }
            // Those of all kinds of file, and that of a run.
            let landings = try await fixture.number("select count(distinct landing) + 1 from registry.import_kind")
            #expect(withheld.count == landings && others.isEmpty)
        }
    }

    @Test("personal numbers of licence holders are read by no view")
    func personalNumbers() async throws {
        try await Fixture.with { fixture in
            let readable = try await fixture.number(
                """
                select has_column_privilege('pishkhan_views', 'registry.licence_holder', 'national_id', 'select')::integer
                """)
            #expect(readable == 0)
        }
    }

    /// Role, privilege and table, without columns, in order.
    private func grants(_ fixture: Fixture, schema: String) async throws -> [String] {
        try await fixture.administrator { connection in
            try await connection.query(
                """
                select case a.grantee when 0 then 'everybody'
                           else replace(pg_get_userbyid(a.grantee), 'pishkhan_', '') end
                    || ' ' || a.privilege_type || ' ' || c.relname
                from pg_class c, aclexplode(c.relacl) a
                where c.relnamespace = (\(schema)::text)::regnamespace and c.relkind in ('r', 'v') and a.grantee <> c.relowner
                """
            ).decode(String.self).sorted()
        }
    }
}

private let writtenByCommands = [
    "commands INSERT access_token", "commands INSERT account", "commands INSERT account_province",
    "commands INSERT agency", "commands INSERT agency_version", "commands INSERT answered_request",
    "commands INSERT association", "commands INSERT city_name",
    "commands INSERT contract", "commands INSERT county", "commands INSERT criterion",
    "commands INSERT criterion_group", "commands INSERT delegation",
    "commands INSERT delegation_confirmation", "commands INSERT delegation_place",
    "commands INSERT delegation_version", "commands INSERT evaluation_period", "commands INSERT external_identity",
    "commands INSERT hand_over_policy", "commands INSERT holder_rename",
    "commands INSERT import", "commands INSERT indicator_rules",
    "commands INSERT indicator_sheet",
    "commands INSERT licence_holder", "commands INSERT locality", "commands INSERT mou_target",
    "commands INSERT office", "commands INSERT office_history", "commands INSERT office_predecessor",
    "commands INSERT office_said",
    "commands INSERT outbox", "commands INSERT penalty_rule", "commands INSERT period_schedule",
    "commands INSERT place_change",
    "commands INSERT rank_threshold", "commands INSERT refused_row",
    "commands INSERT region", "commands INSERT release", "commands INSERT review", "commands INSERT scheme",
    "commands INSERT service", "commands INSERT service_version", "commands INSERT source",
    "commands INSERT source_writer", "commands INSERT step_failure", "commands INSERT submission",
    "commands INSERT submission_window",
    "commands INSERT value_check", "commands INSERT violation", "commands UPDATE access_token",
    "commands UPDATE account",
    "commands UPDATE association", "commands UPDATE contract", "commands UPDATE evaluation_period",
    "commands UPDATE external_identity", "commands UPDATE licence_holder", "commands UPDATE office",
    "commands UPDATE outbox", "commands UPDATE period_schedule", "commands UPDATE region",
    "commands UPDATE release",
    "commands UPDATE step_failure",
]
