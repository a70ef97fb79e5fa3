import OfficeRanking
import Postgres
import TestDatabase
import Testing

/// What triggers keep about submissions and reviews is broken on purpose, by plain SQL of the tables' owner.
@Suite("The guards of submissions and reviews")
struct SubmissionGuardTests {
    @Test(
        "a submission is its actor's own, made now, about its own source's criteria, and keeps earlier values",
        arguments: [
            ("{}", "accepted"),
            (#"{"actor_id": 4711}"#, "RK511 not_the_actor"), (#"{"person_id": 4711}"#, "RK511 not_the_actor"),
            (#"{"is_on_behalf": false, "owner_has_spoken": true}"#, "RK201 source_of_another"),
            (#"{"said": 3}"#, "23514 submission_speaks_of_its_criteria"),
            (#"{"value": [8, 9]}"#, "23514 submission_speaks_of_its_criteria"),
            (#"{"value": [8], "said_in": [2]}"#, "23514 submission_speaks_of_its_criteria"),
            (#"{"submitted_at": "2020-01-01"}"#, "23514 submission_is_made_now"),
            (#"{"respondents": [5, null]}"#, "23514 only_a_survey_has_respondents"),
            (#"{"number": 3, "said_in": [3, null]}"#, "23514 submission_keeps_what_it_does_not_say"),
            (#"{"said_in": [1, null]}"#, "23514 submission_keeps_what_it_does_not_say"),
            (#"{"owner_has_spoken": true}"#, "23514 submission_keeps_what_it_does_not_say"),
            (#"{"number": 1}"#, "23505 submission_pkey"),
        ])
    func submissions(changes: String, expected: String) async throws {
        try await Fixture.with { fixture in
            try await fixture.openToBreak()
            try await expectAnswer(expected) {
                try await fixture.owner { connection in
                    try await connection.act(as: "operator")
                    try await connection.execute(script: submission(changes))
                }
            }
        }
    }

    @Test("a survey has respondents, nobody submits for an owner who has submitted, and only an open period takes it")
    func surveys() async throws {
        try await Fixture.with { fixture in
            try await fixture.openToBreak()
            try await fixture.ranking.planPeriod(halfYear("1400-H2"))
            try await expectAnswer("23514 only_a_survey_has_respondents") {
                try await fixture.owner { connection in
                    try await connection.act(as: "operator")
                    try await connection.execute(
                        script: submission(survey + #" || '{"respondents": []}'"#, isJSON: false))
                }
            }
            try await expectAnswer("RK203 owner_has_spoken") {
                try await fixture.owner { connection in
                    try await connection.act(as: "operator")
                    try await connection.execute(script: submission(survey, isJSON: false))
                    try await connection.act(as: "gilan.desk")
                    let onBehalf = #" || '{"number": 2, "said_in": [null, 2], "is_on_behalf": true}'"#
                    try await connection.execute(script: submission(survey + onBehalf, isJSON: false))
                }
            }
            try await expectAnswer("RK101 period_not_open") {
                try await fixture.owner { connection in
                    try await connection.act(as: "operator")
                    let planned =
                        "(select jsonb_build_object('period_id', max(p.id)) from registry.evaluation_period p)"
                    try await connection.execute(script: submission(planned, isJSON: false))
                }
            }
        }
    }

    @Test(
        "a review is another person's, about declared values, and keeps the earlier verdicts",
        arguments: [
            ("reviewer", "{}", "accepted"),
            ("own.second", "{}", "23514 reviewer_is_not_declarer"),
            ("own.second", #"{"declarer_id": 4711}"#, "23503 review_is_of_a_submission"),
            ("gilan.desk", "{}", "RK504 permission_missing"),
            ("reviewer", #"{"reviewer_id": 4711}"#, "RK511 not_the_actor"),
            ("reviewer", #"{"judged": 2}"#, "23514 review_judges_what_was_said"),
            ("reviewer", #"{"reviewed_at": "2020-01-01"}"#, "23514 review_is_made_now"),
            (
                "reviewer", #"{"verdict": [1], "value": [null], "reason": [null], "of_numbers": [1]}"#,
                "23514 review_has_the_length_of_its_scheme"
            ),
            ("reviewer", #"{"verdict": [5, null], "reason": ["x", null]}"#, "23514 verdict_is_known"),
            (
                "reviewer", #"{"verdict": [2, null], "reason": ["x", null]}"#,
                "23514 only_a_corrected_item_has_a_value"
            ),
            ("reviewer", #"{"value": [6, null]}"#, "23514 only_a_corrected_item_has_a_value"),
            ("reviewer", #"{"verdict": [3, null], "reason": [" ", null]}"#, "23514 adverse_verdict_has_a_reason"),
            ("reviewer", #"{"of_numbers": [2, null]}"#, "23514 review_keeps_what_it_does_not_judge"),
            ("reviewer", #"{"verdict": [1, 1]}"#, "23514 review_keeps_what_it_does_not_judge"),
            ("reviewer", #"{"number": 2}"#, "23514 review_keeps_what_it_does_not_judge"),
        ])
    func reviews(account: String, changes: String, expected: String) async throws {
        try await Fixture.with { fixture in
            try await fixture.openToBreak()
            try await expectAnswer(expected) {
                try await fixture.owner { connection in
                    try await connection.act(as: account)
                    try await connection.execute(script: review(changes))
                }
            }
        }
    }

    @Test("a source without review accepts no review")
    func unreviewed() async throws {
        try await Fixture.with { fixture in
            try await fixture.openToBreak()
            try await expectAnswer("23514 source_is_reviewed") {
                try await fixture.owner { connection in
                    try await connection.act(as: "operator")
                    try await connection.execute(script: submission(survey, isJSON: false))
                    try await connection.act(as: "reviewer")
                    try await connection.execute(
                        script: review(
                            #"{"judged": 2, "verdict": [null, 1], "of_numbers": [null, 1]}"#, ofSource: 1))
                }
            }
        }
    }

    @Test("of two submissions or two reviews of an office at once the second is refused")
    func atOnce() async throws {
        try await Fixture.with { fixture in
            try await fixture.openToBreak()
            for (account, statement, key) in [
                ("operator", submission("{}"), "submission_pkey"), ("reviewer", review("{}"), "review_pkey"),
            ] {
                async let one = answer { try await fixture.kept(as: account, statement) }
                async let other = answer { try await fixture.kept(as: account, statement) }
                #expect(try await [one, other].sorted() == ["23505 \(key)", "accepted"])
            }
        }
    }
}

extension Fixture {
    /// An open period of a scheme with a survey beside the declaration; the operator declared 7 for G-1.
    fileprivate func openToBreak() async throws {
        try await open(scheme: schemeWithSurvey)
        try await take(.offices, Self.officesOfTwoProvinces)
        try await take(.declarations, "office_code,staff\nG-1,7\nT-1,4\n")
        _ = try await account("reviewer", role: "headquarters")
        _ = try await provincialAccount()
        try await administrator { connection in
            try await connection.query(
                """
                insert into registry.account (name, person, role)
                select 'own.second', person, 'headquarters' from registry.account where name = 'operator'
                """)
        }
    }

    /// A statement of the owner in the name of an account, held for a moment and then kept.
    fileprivate func kept(as account: String, _ statement: String) async throws {
        try await administrator { connection in
            try await connection.query("set role pishkhan_owner")
            try await connection.query("begin")
            try await connection.act(as: account)
            try await connection.execute(script: statement)
            try await connection.query("select pg_sleep(0.3)")
            try await connection.query("commit")
        }
    }
}

extension PostgresConnection {
    fileprivate func act(as account: String) async throws {
        try await query(
            "select set_config('pishkhan.actor', id::text, true) from registry.account where name = \(account)")
    }
}

/// Zero points for a second criterion, behind the only one.
private let schemeWithSurvey = smallScheme.replacing(
    "lines: [[0, 0], [10, 100]]\n",
    with: """
        lines: [[0, 0], [10, 100]]
              - code: opinion
                title: {fa: نظر مردم, en: Opinion}
                source: survey
                value: {type: decimal, places: 2, least: 1, most: 5}
                maximum: 0
                clause: "5"
                survey: {minimum_respondents: 1, below_minimum: missing}
                points:
                  steps: [[1, -1], [2, 0]]

        """)

/// The first survey of G-1, as a change of its second declaration.
private let survey = """
    '{"source": 1, "number": 1, "is_on_behalf": false, "owner_has_spoken": true, "said": 2, "value": [null, 400],
      "said_in": [null, 1], "respondents": [null, 9]}'::jsonb
    """

/// The second declaration of G-1 with some columns other than they must be.
private func submission(_ changes: String, isJSON: Bool = true) -> String {
    """
    insert into registry.submission
    select (jsonb_populate_record(s, jsonb_build_object(
        'number', 2, 'actor_id', registry.actor(), 'person_id', registry.actor_person(),
        'submitted_at', transaction_timestamp(), 'value', array[8, null], 'said_in', array[2, null])
        || \(isJSON ? "'\(changes)'" : changes))).*
    from registry.submission s join registry.office o on o.id = s.office_id
    where o.code = 'G-1' and s.source = 0 and s.number = 1
    """
}

/// A first review of G-1's declaration, or of another source's, with some columns other than they must be.
private func review(_ changes: String, ofSource source: Int = 0) -> String {
    """
    insert into registry.review
    select (jsonb_populate_record(null::registry.review, to_jsonb(s) || jsonb_build_object(
        'number', 1, 'actor_id', registry.actor(), 'reviewer_id', registry.actor_person(),
        'reviewed_at', transaction_timestamp(), 'level', 1, 'of_number', s.number, 'declarer_id', s.person_id,
        'judged', 1, 'rejects_all', false, 'verdict', array[1, null], 'value', array[null::bigint, null],
        'reason', array[null::text, null], 'of_numbers', array[1, null])
        || '\(changes)')).*
    from registry.submission s join registry.office o on o.id = s.office_id
    where o.code = 'G-1' and s.source = \(source) and s.number = 1
    """
}
