import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("Each role, each permission, within its scope and outside it, by plain SQL")
struct RoleMatrixTests {
    @Test(
        "a role can use its own permissions within its scope and no others, also by plain SQL",
        arguments: RoleDesk.all)
    func matrix(desk: RoleDesk) async throws {
        try await Fixture.with { fixture in
            try await fixture.desksOfAllRoles()
            for attempt in everyCall {
                let given = try await call(fixture, attempt.call, as: desk)
                let mayAct =
                    desk.permissions.contains(attempt.permission) && !(attempt.isNational && desk.isLocal)
                #expect(mayAct == !isDenied(given), "\(attempt.call): \(given)")
                if let elsewhere = attempt.elsewhere {
                    let given = try await call(fixture, elsewhere, as: desk)
                    let reaches = mayAct && !desk.isLocal
                    #expect(reaches == (given == "accepted"), "\(elsewhere): \(given)")
                    #expect(!(mayAct && desk.isLocal) || given == "RK604 unknown_office", "\(elsewhere): \(given)")
                }
                if let other = attempt.ofAnotherAgency, mayAct {
                    let expected = desk.role == "agency" ? "RK508 service_of_another_agency" : "accepted"
                    #expect(try await call(fixture, other, as: desk) == expected, "\(other)")
                }
            }
        }
    }

    @Test("each role's permitted calls succeed")
    func accepted() async throws {
        try await Fixture.with { fixture in
            try await fixture.desksOfAllRoles()
            // These want more than a call: landing rows, a scheme, an import of one's own, a declaration, a digest.
            let others = [
                "store_run", "publish_period", "publish_correction", "propose_scheme", "keep_refused_rows",
                // And who speaks for a source is for the scheme to say.
                "hold_draft", "save_draft", "submit", "withdraw", "begin_score", "enter_score",
                "review_items", "approve_province",
                "support_items",
                // A preview with an appeal.
                "begin_appeal", "file_appeal", "withdraw_appeal", "decide_appeal",
            ]
            for desk in RoleDesk.all {
                for attempt in everyCall
                where desk.permissions.contains(attempt.permission) && !others.contains(attempt.function) {
                    if attempt.isNational && desk.isLocal { continue }
                    #expect(
                        try await call(fixture, attempt.call, as: desk) == "accepted", "\(desk.role) \(attempt.call)")
                }
            }
        }
    }

    @Test("the matrix of roles holds every command function that the application may call")
    func complete() async throws {
        try await Fixture.with { fixture in
            let callable = try await fixture.administrator { connection in
                try await connection.query(
                    """
                    select distinct p.proname::text from pg_proc p
                    where p.pronamespace = 'ranking'::regnamespace and p.provolatile = 'v'
                        and has_function_privilege('pishkhan_app', p.oid, 'execute')
                    """
                ).decode(String.self)
            }
            #expect(Set(callable) == Set(everyCall.map(\.function)).union(functionsWithoutPermission))
        }
    }

    @Test("no role is left out of the matrix")
    func everyRole() async throws {
        try await Fixture.with { fixture in
            let roles = try await fixture.ranking.roles()
            #expect(Set(roles.map(\.name)) == Set(RoleDesk.all.map(\.role)))
        }
    }

    @Test("no call by an auditor, the public, a disabled account or no account changes a row")
    func readers() async throws {
        try await Fixture.with { fixture in
            try await fixture.desksOfAllRoles()
            try await fixture.ranking.makeAccount(name: "left.desk", person: "left", role: "headquarters")
            try await fixture.ranking.disableAccount("left.desk", reason: "رفت")
            let before = try await contents(fixture)
            for account in ["auditor.desk", "public", "left.desk", nil] {
                let actor = try await fixture.accountNumber(account) ?? ""
                try await fixture.connected(as: "pishkhan_app") { connection in
                    try await connection.query("select set_config('pishkhan.actor', \(actor), false)")
                    for attempt in everyCall {
                        for call in [attempt.call, attempt.elsewhere, attempt.ofAnotherAgency].compactMap({ $0 }) {
                            let given = try await answer {
                                try await connection.query("select ranking.\(unescaped: call)")
                            }
                            #expect(isDenied(given), "\(account ?? "nobody") \(call): \(given)")
                        }
                    }
                }
            }
            #expect(try await contents(fixture) == before)
        }
    }

    /// Of one call in a transaction of its own that is rolled back.
    private func call(_ fixture: Fixture, _ call: String, as desk: RoleDesk) async throws -> String {
        try await answer {
            try await fixture.application(as: desk.account) { try await $0.query("select ranking.\(unescaped: call)") }
        }
    }

    private func isDenied(_ answer: String) -> Bool {
        ["RK501", "RK504"].contains { answer.hasPrefix($0) }
    }

    /// A digest of every table of the registry.
    private func contents(_ fixture: Fixture) async throws -> [String] {
        try await fixture.administrator { connection in
            let tables = try await connection.query(
                """
                select c.oid::regclass::text from pg_class c
                where c.relnamespace = 'registry'::regnamespace and c.relkind = 'r' order by 1
                """
            ).decode(String.self)
            var digests: [String] = []
            for table in tables {
                digests += try await connection.query(
                    """
                    select concat_ws(' ', \(table)::text, count(*), md5(string_agg(t::text, '' order by t::text)))
                    from \(unescaped: table) t
                    """
                ).decode(String.self)
            }
            return digests
        }
    }
}
