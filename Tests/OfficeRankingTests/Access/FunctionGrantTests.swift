import Foundation
import Migrations
import Postgres
import Testing

@Suite("Who may call which function")
struct FunctionGrantTests {
    @Test("the views and functions of the code are owned and granted as the golden dump says")
    func goldenLines() async throws {
        let query = PostgresQuery(unsafeSQL: try text(of: "scripts/parts/code.sql"))
        let dump = try text(of: "sql/schema.sql").split(separator: "\n")
        let expected = dump.filter { $0.contains(" · owner ") }.map(String.init)
        #expect(expected.count > 200)
        try await Fixture.with { fixture in
            let found = try await fixture.administrator { connection in
                try await connection.query(query).decode(String.self).map { "-- \($0)" }
            }
            #expect(found == expected)
        }
    }

    @Test("no function is granted to PUBLIC")
    func everybody() async throws {
        #expect(try await grants().filter { $0.role == "everybody" }.map(\.function) == [])
    }

    @Test("the program, or a view or policy it reads through, calls every function granted to it")
    func callsOfTheProgram() async throws {
        let swift = try sources()
        let unnamed = try await Set(grants().filter { $0.role == "pishkhan_app" }.map(\.function))
            .filter { !swift.contains("\($0)(") }
        #expect(unnamed.subtracting(calledThroughViews) == chosenByTheClock)
    }

    @Test("a function without callers is granted to no role")
    func idleFunctions() async throws {
        let scripts = try DatabaseScripts.shipped()
        let sql = (scripts.migrations.map(\.sql) + (scripts.guards + scripts.code).map(\.sql)).joined(separator: "\n")
        let calls = try sql.replacing(Regex("^ *--.*$").anchorsMatchLineEndings(), with: "")
            .replacing(/grant execute[^;]*;/, with: "")
            .replacing(/create (or replace )?function [a-z_.]+\(/, with: "")
        let swift = try sources()
        let granted = try await Set(grants().map(\.function))
        let idle = granted.filter { !calls.contains("\($0)(") && !swift.contains("\($0)(") }
        #expect(idle == chosenByTheClock)
    }

    @Test("a function with its owner's rights has a search path of trusted schemas only")
    func searchPaths() async throws {
        try await Fixture.with { fixture in
            let open = try await fixture.administrator { connection in
                try await connection.query(
                    """
                    select p.oid::regprocedure::text from pg_proc p
                    where p.pronamespace in ('registry'::regnamespace, 'ranking'::regnamespace) and p.prosecdef
                        and p.prosqlbody is null
                        and not coalesce('search_path=registry, pg_temp' = any (p.proconfig), false)
                    """
                ).decode(String.self)
            }
            #expect(open.isEmpty)
        }
    }

    @Test("functions that the program calls take no instant as an argument, except the end of a token")
    func instants() async throws {
        try await Fixture.with { fixture in
            let told = try await fixture.administrator { connection in
                try await connection.query(
                    """
                    select p.proname || ' ' || a.name from pg_proc p
                    cross join lateral unnest(p.proargtypes::oid[], p.proargnames) a (type, name)
                    where p.pronamespace = 'ranking'::regnamespace and a.type in ('timestamptz'::regtype, 'timestamp'::regtype)
                        and has_function_privilege('pishkhan_app', p.oid, 'execute') order by 1
                    """
                ).decode(String.self)
            }
            #expect(
                told == [
                    "issue_first_token expires_at", "issue_token expires_at", "rotate_token expires_at",
                    "rotate_token old_until",
                ])
        }
    }

    @Test("only functions that need the facts of every province run with the rights of the tables' owner")
    func ownersFunctions() async throws {
        try await Fixture.with { fixture in
            let functions = try await fixture.administrator { connection in
                try await connection.query(
                    """
                    select p.proname from pg_proc p
                    where p.pronamespace = 'ranking'::regnamespace and p.prosecdef
                        and p.proowner = 'pishkhan_owner'::regrole order by 1
                    """
                ).decode(String.self)
            }
            #expect(
                functions == [
                    "amend_facts", "assign_scope", "begin_publication", "begin_run", "close_period",
                    "closed_census",
                    "codes_out_of_scope", "confirm_amendment", "confirm_overrule", "facts_revision", "forget_messages",
                    "forget_refused_rows", "forget_requests", "holders_out_of_scope", "obstacles_of", "office_facts",
                    "overrule_step",
                    "publish_correction",
                    "publish_period", "ranks_kept_by_release", "recount", "revisions_of_office_files",
                    "store_publication", "store_run",
                ])
        }
    }

    private func grants() async throws -> [(function: String, role: String)] {
        try await Fixture.with { fixture in
            try await fixture.administrator { connection in
                try await connection.query(
                    """
                    select n.nspname || '.' || p.proname,
                        case a.grantee when 0 then 'everybody' else pg_get_userbyid(a.grantee) end
                    from pg_proc p join pg_namespace n on n.oid = p.pronamespace,
                        aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
                    where n.nspname in ('registry', 'ranking', 'staging') and a.grantee <> p.proowner
                    """
                ).decode((String, String).self)
            }
        }
    }

    private func text(of path: String) throws -> String {
        try String(contentsOf: project.appending(path: path), encoding: .utf8)
    }

    /// What the program is made of, in one text.
    private func sources() throws -> String {
        let folder = project.appending(path: "Sources").path(percentEncoded: false)
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".swift") }
        #expect(files.count > 100)
        return try files.map { try text(of: "Sources/\($0)") }.joined(separator: "\n")
    }
}

private let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

/// Functions of views and policies are called by whoever reads through them; a revision is also held by tests.
private let calledThroughViews: Set = [
    "ranking.next_revision", "ranking.request_lock", "registry.actor", "registry.actor_agency",
    "registry.actor_censuses", "registry.actor_is_known", "registry.actor_is_national", "registry.actor_may",
    "registry.actor_offices", "registry.actor_provinces",
    "registry.actor_runs", "registry.adjusted_total", "registry.name_key", "registry.newest_publication",
    "registry.next_step",
    "registry.published_censuses", "registry.published_runs", "registry.readable_attempt_accounts",
    "registry.scheme_in_use",
    "registry.start_of_day", "registry.step_instant", "registry.unpublished_censuses", "registry.unpublished_runs",
]

/// `PeriodClock` takes one of the two names.
private let chosenByTheClock: Set = ["ranking.fail_step", "ranking.wait_step"]
