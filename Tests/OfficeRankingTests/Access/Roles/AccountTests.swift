import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("Accounts are made, disabled and given roles")
struct AccountTests {
    @Test("an account is made with role and scope, changed, disabled and enabled, and each is an act with its reason")
    func life() async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.agencies, ServiceFiles.agencies("A1"))
            let ranking = fixture.ranking
            try await ranking.makeAccount(name: "desk", person: "p", role: "provincial", provinces: ["1", "تهران"])
            #expect(try await account(ranking, "desk")?.scope.provinces == ["01", "23"])
            try await ranking.changeRole(of: "desk", to: "agency", agency: "A1", reason: "ماموریت")
            let moved = try #require(try await account(ranking, "desk"))
            #expect(moved.role == "agency" && moved.agency == "A1" && moved.scope.provinces.isEmpty && moved.isActive)
            #expect(try await ranking.disableAccount("desk", reason: "مرخصی"))
            #expect(try await ranking.disableAccount("desk", reason: "مرخصی") == false)
            #expect(try await account(ranking, "desk")?.isActive == false)
            #expect(try await ranking.enableAccount("desk", reason: "بازگشت"))
            let acts = Array(try await ranking.acts(limit: 4).reversed())
            #expect(acts.map(\.kind) == ["make_account", "change_role", "disable_account", "enable_account"])
            #expect(acts.map(\.reason) == [nil, "ماموریت", "مرخصی", "بازگشت"])
            #expect(Set(acts.map(\.subject)) == ["desk"])
        }
    }

    @Test("an account's role, provinces and agency fit each other and exist")
    func fit() async throws {
        try await Fixture.with { fixture in
            let ranking = fixture.ranking
            let provinces = RankingError.constraintViolated("only_a_provincial_account_has_provinces")
            await expectRefusal(provinces) { try await ranking.makeAccount(name: "a", person: "p", role: "provincial") }
            await expectRefusal(provinces) {
                try await ranking.makeAccount(name: "a", person: "p", role: "auditor", provinces: ["01"])
            }
            await expectRefusal(.constraintViolated("only_an_agencys_account_has_an_agency")) {
                try await ranking.makeAccount(name: "a", person: "p", role: "agency")
            }
            await expectRefusal(.unknownAgency("A7")) {
                try await ranking.makeAccount(name: "a", person: "p", role: "agency", agency: "A7")
            }
            await expectRefusal(.unknownPlace("77")) {
                try await ranking.makeAccount(name: "a", person: "p", role: "provincial", provinces: ["01", "77"])
            }
            for role in ["king", "public", "system"] {
                await expectRefusal(.unknownRole(role)) {
                    try await ranking.makeAccount(name: "a", person: "p", role: role)
                }
            }
            await expectRefusal(.constraintViolated("account_name_is_unique")) {
                try await ranking.makeAccount(name: "operator", person: "p", role: "auditor")
            }
            let accounts = try await ranking.accounts()
            #expect(accounts.map(\.name) == ["clock", "operator", "public"])
        }
    }

    @Test("nobody makes, changes, disables or enables an account of his own person")
    func ownAccounts() async throws {
        try await Fixture.with { fixture in
            let ranking = fixture.ranking
            await expectRefusal(.nobodyGrantsToHimself) {
                try await ranking.makeAccount(name: "second", person: "operator", role: "auditor")
            }
            await expectRefusal(.nobodyGrantsToHimself) {
                try await ranking.changeRole(of: "operator", to: "auditor", reason: "x")
            }
            await expectRefusal(.nobodyGrantsToHimself) { try await ranking.disableAccount("operator", reason: "x") }
            await expectRefusal(.nobodyGrantsToHimself) { try await ranking.enableAccount("operator", reason: "x") }
        }
    }

    @Test(
        "nobody makes an account of his own person under another spelling of his name",
        arguments: ["operator ", "Operator", "opera\u{200C}tor", "ｏperator"])
    func ownName(person: String) async throws {
        try await Fixture.with { fixture in
            await expectRefusal(.nobodyGrantsToHimself) {
                try await fixture.ranking.makeAccount(name: "second", person: person, role: "auditor")
            }
        }
    }

    @Test("a person's name is kept with single spaces between words, and is never empty")
    func writtenPersons() async throws {
        try await Fixture.with { fixture in
            let ranking = fixture.ranking
            try await ranking.makeAccount(name: "desk", person: "  سارا \t کریمی ", role: "auditor")
            #expect(try await account(ranking, "desk")?.person == "سارا کریمی")
            for person in ["", "  ", "-"] {
                await expectRefusal(.constraintViolated("person_is_written_plainly")) {
                    try await ranking.makeAccount(name: "other", person: person, role: "auditor")
                }
            }
        }
    }

    @Test("changing an account needs a reason, and built-in accounts cannot be changed")
    func refusals() async throws {
        try await Fixture.with { fixture in
            let ranking = fixture.ranking
            try await ranking.makeAccount(name: "desk", person: "p", role: "auditor")
            await expectRefusal(.reasonIsRequired) { try await ranking.disableAccount("desk", reason: " ") }
            await expectRefusal(.reasonIsRequired) { try await ranking.enableAccount("desk", reason: "") }
            await expectRefusal(.reasonIsRequired) {
                try await ranking.changeRole(of: "desk", to: "headquarters", reason: "")
            }
            for builtIn in ["public", "clock"] {
                await expectRefusal(.accountIsFixed(account: builtIn)) {
                    try await ranking.disableAccount(builtIn, reason: "x")
                }
                await expectRefusal(.accountIsFixed(account: builtIn)) {
                    try await ranking.changeRole(of: builtIn, to: "headquarters", reason: "x")
                }
            }
            await expectRefusal(.unknownAccount("nobody")) { try await ranking.disableAccount("nobody", reason: "x") }
        }
    }

    @Test("an act of an account that is disabled while the act waits is refused and leaves no entry")
    func disabledMeanwhile() async throws {
        try await Fixture.with { fixture in
            let desk = try await fixture.account("desk", role: "headquarters")
            let acts = try await fixture.ranking.acts().count
            try await fixture.administrator { connection in
                try await connection.query("begin")
                try await connection.query("select from registry.act_head for update")
                async let refused: Void = expectRefusal(.notAllowed) { try await desk.planPeriod(Fixture.firstHalf) }
                try await someoneWaits(connection)
                try await connection.query("update registry.account set is_active = false where name = 'desk'")
                try await connection.query("commit")
                await refused
            }
            #expect(try await fixture.ranking.acts().count == acts)
        }
    }

    private func someoneWaits(_ connection: PostgresConnection) async throws {
        for _ in 0..<3_000 {
            let waiting = try await connection.query(
                "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
            if !waiting.isEmpty { return }
            try await connection.query("select pg_stat_clear_snapshot(), pg_sleep(0.02)")
        }
        Issue.record("nobody waits for a lock")
    }

    @Test("of two accounts of the headquarters that disable each other at once one stays active")
    func lastOne() async throws {
        try await Fixture.with { fixture in
            for _ in 0..<5 {
                try await fixture.administrator { connection in
                    try await connection.execute(
                        script: """
                            insert into registry.account (name, person, role)
                            values ('a', 'a', 'headquarters'), ('b', 'b', 'headquarters') on conflict do nothing;
                            update registry.account set is_active = true where name in ('a', 'b');
                            update registry.account set is_active = false where name = 'operator';
                            """)
                }
                await withTaskGroup { group in
                    for (actor, other) in [("a", "b"), ("b", "a")] {
                        group.addTask {
                            _ = try? await fixture.ranking.acting(as: actor).disableAccount(other, reason: "x")
                        }
                    }
                }
                let active = try await fixture.number(
                    "select count(*) from registry.account where role = 'headquarters' and is_active")
                #expect(active == 1)
                try await fixture.administrator { connection in
                    try await connection.query("update registry.account set is_active = true where name = 'operator'")
                }
            }
        }
    }

    @Test("the last active account of headquarters cannot be disabled by plain SQL of the tables' owner either")
    func lastOneByPlainSQL() async throws {
        try await Fixture.with { fixture in
            for change in ["is_active = false", "role = 'auditor'"] {
                try await expectAnswer("RK506 last_headquarters_account") {
                    try await fixture.owner {
                        try await $0.query("update registry.account set \(unescaped: change) where name = 'operator'")
                    }
                }
            }
            for change in ["name = 'x'", "person = 'x'"] {
                try await expectAnswer("RK505 account_is_fixed") {
                    try await fixture.owner {
                        try await $0.query("update registry.account set \(unescaped: change) where name = 'operator'")
                    }
                }
            }
        }
    }

    private func account(_ ranking: RankingDatabase, _ name: String) async throws -> Account? {
        try await ranking.accounts().first { $0.name == name }
    }
}
