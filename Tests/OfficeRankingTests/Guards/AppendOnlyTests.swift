import OfficeRanking
import Postgres
import TestDatabase
import Testing

@Suite("What is written stays")
struct AppendOnlyTests {
    @Test("rows of the append-only tables cannot be updated, deleted or truncated, even by the owner")
    func appendOnly() async throws {
        try await Fixture.with { fixture in
            try await fixture.rankedWithOffices()
            for table in appendOnlyTables {
                let column = try await fixture.administrator { connection in
                    try await connection.query(
                        """
                        select attname from pg_attribute where attrelid = ('registry.' || \(table))::regclass
                            and attnum > 0 and attidentity = '' and attgenerated = '' order by attnum limit 1
                        """)[0].decode(String.self)
                }
                for statement in [
                    "update registry.\(table) set \(column) = \(column)", "delete from registry.\(table)",
                    "truncate registry.\(table) cascade",
                ] {
                    try await expectAnswer("RK301 record_is_append_only", "\(statement)") {
                        try await fixture.owner { try await $0.query("\(unescaped: statement)") }
                    }
                }
            }
        }
    }

    @Test(
        "offices, places, periods, their days, overrules, releases, amendments, drafts, evidence and appeals are never deleted"
    )
    func neverDeleted() async throws {
        try await Fixture.with { fixture in
            let tables = [
                "office", "licence_holder", "county", "locality", "evaluation_period", "period_schedule",
                "step_overrule", "release", "amendment", "draft",
                "evidence", "evidence_content",
                "appeal",
                "account_password", "invitation",
            ]
            for table in tables {
                for statement in ["delete from registry.\(table)", "truncate registry.\(table) cascade"] {
                    try await expectAnswer("RK301 record_is_append_only", "\(statement)") {
                        try await fixture.owner { try await $0.query("\(unescaped: statement)") }
                    }
                }
            }
        }
    }

    @Test("a place keeps the name under which it is published; its region may change")
    func namesOfPlaces() async throws {
        try await Fixture.with { fixture in
            // Offices refer to counties and localities without a foreign key, so these keep their keys too.
            let names = [
                ("province", "name_fa = 'x'"), ("province", "name_en = 'x'"), ("county", "name_fa = 'x'"),
                ("county", "id = -id"), ("county", "province_id = province_id % 31 + 1"), ("locality", "name_fa = 'x'"),
                ("locality", "county_id = 1"), ("locality", "province_id = province_id % 31 + 1"),
            ]
            for (table, change) in names {
                let change = "update registry.\(table) set \(change)"
                try await expectAnswer("RK301 record_is_append_only", "\(change)") {
                    try await fixture.owner { try await $0.query("\(unescaped: change)") }
                }
            }
            try await fixture.ranking.assignRegion(1, title: "یک", to: "01")
        }
    }

    @Test("every table without a guard against changes is known as one whose rows may change")
    func others() async throws {
        try await Fixture.with { fixture in
            let unguarded = try await fixture.administrator { connection in
                try await connection.query(
                    """
                    select relname from pg_class
                    where relnamespace = 'registry'::regnamespace and relkind = 'r' and not exists (
                        select from pg_trigger t where t.tgrelid = pg_class.oid
                            and t.tgfoid = 'registry.refuse_change'::regproc)
                    order by 1
                    """
                ).decode(String.self)
            }
            #expect(
                unguarded == [
                    "account_office", "account_province", "account_region", "account_share", "act_head",
                    "answered_request", "association", "case_transition", "city_name", "code_version", "import_kind",
                    "import_reference", "login_attempt",
                    "migration", "region", "role", "role_permission",
                    "step_failure",
                ])
        }
    }

    @Test("results of a run are stored only in the transaction of the run")
    func runsTransaction() async throws {
        try await Fixture.with { fixture in
            try await fixture.rankedWithOffices()
            let late = assessmentInsert(["run_id": "(select min(id) from registry.run)", "office_id": "a.office_id"])
            try await expectAnswer("23505 assessment_pkey") {
                try await fixture.owner { try await $0.query("\(unescaped: late)") }
            }
            try await fixture.administrator { connection in
                // A run without its results, as if the program had stopped half-way.
                try await connection.query(
                    """
                    insert into registry.run (period_id, census_id, scheme_id, digest, actor_id, ran_at)
                    select period_id, census_id, scheme_id, digest, actor_id, now() from registry.run
                    """)
            }
            let other = assessmentInsert(["run_id": "(select max(id) from registry.run)"])
            try await expectAnswer("RK303 entry_is_fixed") {
                try await fixture.owner { try await $0.query("\(unescaped: other)") }
            }
        }
    }
}

private let appendOnlyTables = [
    "act", "holder_rename", "office_history", "office_predecessor", "scheme", "criterion_group", "criterion",
    "penalty_rule", "evidence_rule", "submission_evidence",
    "rank_threshold", "source", "source_writer", "import", "person", "submission", "review", "violation",
    "province_set", "approval",
    "submission_window", "office_said", "census", "census_office", "census_fact", "publication_text", "run",
    "assessment", "publication", "indicator_rules", "indicator_sheet",
    "place_change", "violation_case", "case_step", "sanction",
    "appeal_rule", "appeal_person", "appeal_decision", "pending_appeal",
    "scheme_proposal", "scheme_simulation", "simulated_move", "scheme_confirmation",
    "act_node", "record_head",
]
