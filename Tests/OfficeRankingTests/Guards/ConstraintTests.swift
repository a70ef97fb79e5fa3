import Postgres
import TestDatabase
import Testing

/// Every rule that a table keeps by itself is broken once on purpose, by plain SQL of the tables' owner.
@Suite("What the tables refuse, whoever asks")
struct ConstraintTests {
    @Test("each named constraint answers with its name when it is broken")
    func broken() async throws {
        try await Fixture.with { fixture in
            try await fixture.rankedWithOffices()
            for attempt in constraintAttempts {
                try await expectAnswer("\(attempt.state) \(attempt.name)", "\(attempt.sql)") {
                    try await fixture.owner { try await $0.query("\(unescaped: attempt.sql)") }
                }
            }
        }
    }

    @Test("no named constraint is left untried")
    func complete() async throws {
        try await Fixture.with { fixture in
            let named = try await fixture.administrator { connection in
                try await connection.query(
                    """
                    select distinct conname from pg_constraint
                    where connamespace = 'registry'::regnamespace and contype in ('c', 'u', 'x', 'f')
                        and conname !~ '_fkey[0-9]*$'
                    """
                ).decode(String.self)
            }
            let tried = Set(constraintAttempts.map(\.name)).union(targetsOfForeignKeys)
                .union((attemptsOnFiling + attemptsOnDeciding + attemptsOnTwoAppeals).map(\.name))
            #expect(Set(named).subtracting(tried).isEmpty)
        }
    }
}

/// Unique only so that foreign keys may name both columns; the primary key is broken first.
private let targetsOfForeignKeys: Set<String> = [
    "county_province_is_its_own", "locality_county_is_its_own", "office_province_is_its_own",
    "census_is_of_its_period", "run_is_of_its_census", "period_scheme_is_its_own",
    "run_is_of_its_period", "run_digest_is_of_its_period", "period_census_is_named_once",
    "publication_digest_is_its_own", "submission_is_of_its_person", "case_office_is_its_own", "case_step_is_its_own",
    "approval_is_of_its_member",
    "evidence_is_of_its_office",
    "appeal_is_of_its_office", "part_is_of_its_person",
    "proposal_is_of_its_person",
]
