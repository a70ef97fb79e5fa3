import Foundation
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
            #expect(try byCommands == dumpedGrantsToCommands() && byCommands.count > 50)
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

/// Of `sql/schema.sql`, where a person reads each new one.
private func dumpedGrantsToCommands() throws -> [String] {
    let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    let dump = try String(contentsOf: project.appending(path: "sql/schema.sql"), encoding: .utf8)
    return dump.matches(of: /GRANT ([A-Z,]+) ON TABLE registry\.(\w+) TO pishkhan_commands;/).flatMap { grant in
        grant.1.split(separator: ",").map { "commands \($0) \(grant.2)" }
    }.filter { !$0.hasPrefix("commands SELECT ") }.sorted()
}
