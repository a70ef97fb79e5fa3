import OfficeRanking
import Postgres
import TestDatabase
import Testing

@Suite("What an office and a period are does not change")
struct IdentityTests {
    @Test(
        "an office keeps its code, province and number, and its versions never go back in time",
        arguments: [
            ("code = 'G-9'", "RK303 entry_is_fixed"), ("id = 4711", "428C9"),
            ("province_id = 2", "RK303 entry_is_fixed"),
            ("effective_on = effective_on - 1", "RK304 newer_version_is_known"),
            ("revision = 0", "RK304 newer_version_is_known"),
        ])
    func office(change: String, expected: String) async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            let given = try await answer {
                try await fixture.owner {
                    try await $0.query("update registry.office set \(unescaped: change) where code = 'G-1'")
                }
            }
            #expect(given.hasPrefix(expected))
        }
    }

    @Test("every change of an office leaves what it was in its history")
    func history() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            let states = try await fixture.owner { connection in
                try await connection.query(
                    "update registry.office set state = 'suspended', revision = 900 where province_id = 1")
                return try await connection.query("select code || ' ' || state from registry.office_history order by 1")
                    .decode(String.self)
            }
            #expect(states == ["G-1 active", "G-2 active"])
        }
    }

    @Test("each of the 36 steps between the states of a period is taken or refused as the rules say")
    func transitions() async throws {
        try await Fixture.with { fixture in
            try await fixture.rankedWithOffices()
            for from in states {
                for to in states {
                    try await expectAnswer(expected(from, to), "\(from) → \(to)") {
                        try await fixture.administrator { connection in
                            try await connection.execute(
                                script: """
                                    begin;
                                    insert into registry.publication (period_id, number, census_id, run_id, digest,
                                        published_at)
                                    select period_id, 1, census_id, id, digest, now() from registry.run;
                                    set local session_replication_role = replica;
                                    update registry.evaluation_period set state = '\(from)';
                                    set local session_replication_role = origin;
                                    update registry.evaluation_period set state = '\(to)';
                                    rollback;
                                    """)
                        }
                    }
                }
            }
        }
    }

    @Test(
        "a period keeps its days from the beginning, and its census date and scheme once it is open",
        arguments: [
            "half_year = '1401-H1'", "first_on = first_on + 1", "last_on = last_on - 1",
            "census_on = census_on + 1", "scheme_id = null", "scheme_id = 4711",
        ])
    func terms(change: String) async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: smallScheme)
            try await expectAnswer("RK305 period_terms_are_fixed") {
                try await fixture.owner {
                    try await $0.query("update registry.evaluation_period set \(unescaped: change)")
                }
            }
        }
    }

    @Test("no period is published without a publication of its run")
    func unpublished() async throws {
        try await Fixture.with { fixture in
            try await fixture.rankedWithOffices()
            try await expectAnswer("23514 published_period_has_a_publication") {
                try await fixture.owner { connection in
                    try await connection.query("update registry.evaluation_period set state = 'preview'")
                    try await connection.query("update registry.evaluation_period set state = 'published'")
                }
            }
        }
    }

    @Test("a published period does not change in any way")
    func published() async throws {
        try await Fixture.with { fixture in
            try await fixture.rankedWithOffices()
            try await fixture.ranking.publishPeriod(Fixture.firstHalf)
            for change in ["state = state", "run_id = run_id", "census_on = census_on", "state = 'open'"] {
                try await expectAnswer("RK302 published_is_final") {
                    try await fixture.owner {
                        try await $0.query("update registry.evaluation_period set \(unescaped: change)")
                    }
                }
            }
        }
    }

    @Test("a published period shows the run of its newest publication and no other")
    func currentRun() async throws {
        try await Fixture.with { fixture in
            try await fixture.rankedWithOffices()
            try await fixture.ranking.publishPeriod(Fixture.firstHalf)
            for run in ["null", "4711"] {
                try await expectAnswer("23514 newest_publication_is_current") {
                    try await fixture.owner {
                        try await $0.query("update registry.evaluation_period set run_id = \(unescaped: run)")
                    }
                }
            }
        }
    }

    @Test(
        "a link of an outside identity can only be ended",
        arguments: ["subject = 'other'", "account_id = 1", "linked_at = now()", "unlinked_at = null"])
    func outsideIdentity(change: String) async throws {
        try await Fixture.with { fixture in
            _ = try await fixture.provincialAccount()
            try await fixture.ranking.linkIdentity(issuer: "i", subject: "s", to: "gilan.desk")
            try await fixture.ranking.unlinkIdentity(issuer: "i", subject: "s", reason: "x")
            try await expectAnswer("RK303 entry_is_fixed") {
                try await fixture.owner {
                    try await $0.query("update registry.external_identity set \(unescaped: change)")
                }
            }
        }
    }

    private let states = ["planned", "open", "closed", "ranked", "preview", "published"]

    private func expected(_ from: String, _ to: String) -> String {
        let forward: Set = [
            "planned open", "open closed", "closed ranked", "ranked preview", "preview published", "closed open",
            "ranked open", "preview open",
        ]
        if from == "published" { return "RK302 published_is_final" }
        return from == to || forward.contains("\(from) \(to)") ? "accepted" : "RK102 wrong_period_state"
    }
}
