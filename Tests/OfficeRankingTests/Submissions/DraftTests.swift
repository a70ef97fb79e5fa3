import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("Drafts: what can change does not count")
struct DraftTests {
    private let first = Fixture.firstHalf

    @Test("only those who speak for a source in the same way see its draft; the province and the office have one each")
    func visibility() async throws {
        try await Fixture.withDeclarers { fixture, accounts in
            try await accounts.office.saveDraft(of: "G-1", in: first, ["staff_count": "3"])
            let reviewer = try await fixture.account("region.desk", role: "reviewer", provinces: ["01"])
            let auditor = try await fixture.account("audit.desk", role: "auditor")
            for account in [accounts.province, reviewer, auditor, fixture.ranking] {
                let form = try await account.declaration(of: "G-1", in: first)
                #expect(form.draft == nil && form.items.allSatisfy { !$0.isDrafted && $0.draftValue == nil })
            }
            try await accounts.province.saveDraft(of: "G-1", in: first, ["staff_count": "5"])
            #expect(try await accounts.office.declaration(of: "G-1", in: first).items[1].draftValue == 3)
            #expect(try await accounts.province.declaration(of: "G-1", in: first).items[1].draftValue == 5)
            // The headquarters speaks on behalf, too.
            #expect(try await fixture.ranking.declaration(of: "G-1", in: first).items[1].draftValue == 5)
            for role in ["pishkhan_views", "pishkhan_commands"] {
                for (account, count) in [
                    ("g1.desk", 1), ("g2.desk", 0), ("gilan.desk", 1), ("guild.desk", 0), ("region.desk", 0),
                    ("audit.desk", 0), ("public", 0), ("operator", 1),
                ] {
                    #expect(try await drafts(fixture, as: account, role) == count, "\(account) \(role)")
                }
            }
        }
    }

    @Test("a census reads no draft")
    func census() async throws {
        try await Fixture.withDeclarers { fixture, accounts in
            try await accounts.office.saveDraft(of: "G-1", in: first, Fixture.declaredValues)
            try await fixture.take(.declarations, "office_code,staff_count\nG-2,4\n", as: accounts.other)
            try await accounts.other.saveDraft(of: "G-2", in: first, ["staff_count": "9", "floor_area": "80"])
            try await fixture.closeAndRank()
            let (silent, declared) = (
                try await fixture.ranking.explain("G-1", in: first).facts,
                try await fixture.ranking.explain("G-2", in: first).facts
            )
            #expect(!silent.tookPart && silent.values.declared.allSatisfy { $0 == nil })
            #expect(declared.tookPart && declared.values[1] == 4 && declared.values[0] == nil)
        }
    }

    @Test("a file that comes meanwhile leaves the draft as it is, and the form must be read again")
    func meanwhile() async throws {
        try await Fixture.withDeclarers { fixture, accounts in
            try await accounts.office.saveDraft(of: "G-1", in: first, ["staff_count": "3"])
            try await fixture.take(
                .declarations, "office_code,staff_count,floor_area\nG-1,5,70\n", as: accounts.province)
            await expectRefusal(.saidMeanwhile) {
                try await accounts.office.submitDeclaration(of: "G-1", in: first, basedOn: 0, withGaps: true)
            }
            let form = try await accounts.office.declaration(of: "G-1", in: first)
            #expect(form.items[1].value == 5 && form.items[1].draftValue == 3 && form.isOnBehalf)
            #expect(form.items[1].said?.file == "declarations.csv")
            try await accounts.office.submitDeclaration(of: "G-1", in: first, basedOn: 1, withGaps: true)
            let own = try await accounts.office.declaration(of: "G-1", in: first)
            #expect(own.items[0].value == 700 && own.items[1].value == 3 && !own.isOnBehalf)
        }
    }

    @Test(
        "plain SQL keeps a draft to its actor, its way of speaking, and its office's criteria",
        arguments: [
            ("{}", "accepted"), (#"{"actor_id": 4711}"#, "RK511 not_the_actor"),
            (#"{"is_on_behalf": false}"#, "RK201 source_of_another"), (#"{"source": 1}"#, "RK201 source_of_another"),
            (#"{"said": 64}"#, "23514 draft_speaks_of_its_criteria"),
            (#"{"said": 0}"#, "23514 draft_speaks_of_its_criteria"),
            (#"{"value": [1, 2]}"#, "23514 draft_speaks_of_its_criteria"),
            (#"{"province_id": 2}"#, "42501 new row violates row-level security policy for table \"draft\""),
        ])
    func plainSQL(changes: String, expected: String) async throws {
        try await Fixture.withDeclarers { fixture, accounts in
            try await accounts.province.saveDraft(of: "G-1", in: first, ["staff_count": "3"])
            let actor = try await fixture.accountNumber("gilan.desk") ?? ""
            try await expectAnswer(expected) {
                try await fixture.administrator { connection in
                    try await connection.query("set role pishkhan_commands")
                    try await connection.query("select set_config('pishkhan.actor', \(actor), false)")
                    try await connection.execute(
                        script: """
                            insert into registry.draft
                            select (jsonb_populate_record(d, jsonb_build_object('office_id',
                                (select id from registry.office where code = 'G-2')) || '\(changes)')).*
                            from registry.draft d
                            """)
                }
            }
        }
    }

    @Test("plain SQL changes no draft of a half-year that is not open, and counts each change")
    func closed() async throws {
        try await Fixture.withDeclarers { fixture, accounts in
            try await accounts.province.saveDraft(of: "G-1", in: first, ["staff_count": "3"])
            let change =
                "update registry.draft set version = 99, updated_at = '2020-01-01', actor_id = registry.actor()"
            let actor = try await fixture.accountNumber("gilan.desk") ?? ""
            try await fixture.owner { connection in
                try await connection.query("select set_config('pishkhan.actor', \(actor), true)")
                try await connection.query("\(unescaped: change)")
                let kept = try await connection.query(
                    "select version, updated_at > '2021-01-01' from registry.draft")[0].decode((Int, Bool).self)
                #expect(kept.0 == 2 && kept.1)
            }
            try await fixture.take(.declarations, "office_code,staff_count\nG-1,4\n")
            try await fixture.close()
            try await expectAnswer("RK101 period_not_open") {
                try await fixture.owner { connection in
                    try await connection.query("select set_config('pishkhan.actor', \(actor), true)")
                    try await connection.query("\(unescaped: change)")
                }
            }
        }
    }

    /// The drafts that an account reads through a role of the database.
    private func drafts(_ fixture: Fixture, as account: String, _ role: String) async throws -> Int {
        let actor = try await fixture.accountNumber(account) ?? ""
        return try await fixture.administrator { connection in
            try await connection.query("select set_config('pishkhan.actor', \(actor), false)")
            try await connection.query("set role \(unescaped: role)")
            return try await connection.query("select count(*) from registry.draft")[0].decode(Int.self)
        }
    }
}
