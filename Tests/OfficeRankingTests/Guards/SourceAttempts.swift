// Statements that break the constraints of sources, submissions, reviews, frozen facts and amendments.

let attemptsOnSources: [ConstraintAttempt] = [
    .unique("source_code_is_unique_in_scheme", source(["position": "9", "is_declaration": "false"])),
    .check("source_kind_is_known", source(["position": "9", "is_declaration": "false", "kind": "'rumour'"])),
    .check("source_review_is_known", source(["position": "9", "review": "'rarely'"])),
    .check("declaration_is_of_values", source(["position": "9", "kind": "'survey'"])),
    .check("source_criteria_are_a_mask", source(["position": "9", "criteria": "-1"])),
    .reference(
        "criterion_source_is_known",
        """
        insert into registry.criterion select scheme_id, 9, 'other', group_position, title_fa, title_en, 'nobody',
        kinds, value_type, maximum, clause from registry.criterion
        """),
    .check(
        "register_field_is_known",
        """
        insert into registry.criterion (scheme_id, position, code, group_position, title_fa, title_en, source, kinds,
            value_type, maximum, clause, register_field)
        select scheme_id, 9, 'other', group_position, title_fa, title_en, source, kinds, value_type, maximum, clause, 'x'
        from registry.criterion
        """),
    .check("value_is_checked_against_another", "insert into registry.value_check select id, 0, 0 from registry.scheme"),
    .reference("checked_criterion_is_known", "insert into registry.value_check select id, 9, 0 from registry.scheme"),
    .reference("bounding_criterion_is_known", "insert into registry.value_check select id, 0, 9 from registry.scheme"),
    .reference(
        "writer_is_of_a_source", "insert into registry.source_writer select id, 9, 'office', false from registry.scheme"
    ),
    .check(
        "writer_role_is_one_plain_word",
        "insert into registry.source_writer select scheme_id, position, 'Do it', false from registry.source"),
    .unique("person_is_known_once", "insert into registry.person (key) select key from registry.person"),
    .check("person_key_is_given", "insert into registry.person (key) values ('')"),
    .check(
        "person_is_written_plainly", "insert into registry.account (name, person, role) values ('x', '-', 'public')"),
]

let attemptsOnSubmissions: [ConstraintAttempt] = [
    .check("submissions_are_numbered_from_one", submission(#"{"number": 0}"#)),
    .check("submission_says_something", submission(#"{"said": 0}"#)),
    .check("only_a_withdrawn_submission_is_empty", submission(#"{"is_withdrawn": true}"#)),
    .check("only_a_withdrawn_submission_is_empty", submission(#"{"value": [null]}"#)),
    .check("submission_arrays_have_equal_lengths", submission(#"{"said_in": []}"#)),
    .check("submission_arrays_have_equal_lengths", submission(#"{"respondents": [1, 1]}"#)),
    .check("respondents_are_counted", submission(#"{"respondents": [-1]}"#)),
    .check("owner_has_spoken_for_himself", submission(#"{"is_on_behalf": false, "owner_has_spoken": false}"#)),
    .check("submission_is_of_an_office", submission(#"{"province_id": 2}"#)),
    .reference(
        "submission_came_by_an_import",
        atOnce("submission_came_by_an_import", submission(#"{"import_id": 4711}"#))),
    .check("reviewer_is_not_declarer", review(#"{"reviewer_id": 1, "declarer_id": 1}"#)),
    .check("review_judges_what_was_said", review(#"{"judged": 2}"#)),
    .check("review_judges_what_was_said", review(#"{"judged": 0}"#)),
    .check("reviews_are_numbered_from_one", review(#"{"number": 0}"#)),
    .check("review_level_is_known", review(#"{"level": 3}"#)),
    .check("review_arrays_have_equal_lengths", review(#"{"reason": []}"#)),
    .reference("review_is_of_a_submission", review(#"{"of_number": 4711}"#)),
    .reference("review_is_of_an_office", review(#"{"province_id": 2}"#)),
    .reference(
        "review_came_by_an_import", atOnce("review_came_by_an_import", review(#"{"import_id": 4711}"#))),
]

/// G-1 has one decision and no earlier values.
let attemptsOnFrozenFacts: [ConstraintAttempt] = [
    .check("facts_are_numbered_from_the_census", facts(#"{"number": -1}"#)),
    .check("fact_arrays_have_equal_lengths", facts(#"{"said_on": []}"#)),
    .check("evidenced_items_are_those_of_the_facts", facts(#"{"evidenced_on": []}"#)),
    .check("fact_decisions_have_equal_lengths", facts(#"{"decision_kind": ["x", "y"]}"#)),
    .check("earlier_values_have_their_scheme", facts(#"{"earlier_scheme_id": 1}"#)),
    .check("fact_is_of_a_listed_office", facts(#"{"office_id": 4711, "number": 0}"#)),
    .check("amendment_has_a_cause", facts("{}")),
    .check("amendment_has_a_cause", confirmed(facts("{}"))),
    ConstraintAttempt(
        state: "RK310", name: "amendment_exceeds_its_cause",
        sql: confirmed(facts(#"{"revision": 1000000, "verdict": [3], "took_part": false}"#))),
    ConstraintAttempt(
        state: "RK310", name: "amendment_exceeds_its_cause",
        sql: confirmed(facts(#"{"revision": 1000000, "verdict": [4]}"#))),
    .reference("amendment_is_of_a_listed_office", amendment(["office_id": "4711"])),
    .check("amendment_has_a_reason", amendment(["reason": "' '"])),
    .check("amendment_verdict_is_known", amendment(["verdict": "1"])),
    .check("only_a_corrected_amendment_has_a_value", amendment(["verdict": "2"])),
    .check("only_a_corrected_amendment_has_a_value", amendment(["value": "5"])),
    .check("two_persons_amend", amendment(["confirmed_by": "1", "confirmed_at": "now()", "number": "1"])),
    .check("confirmed_amendment_made_facts", amendment(["confirmed_by": "2"])),
    .unique(
        "amended_facts_have_one_cause",
        amendment(
            ["confirmed_by": "2", "confirmed_at": "now()", "number": "1"], from: ", generate_series(1, 2)")),
    .reference(
        "office_said_is_of_an_office",
        "insert into registry.office_said (office_id, province_id, revision, said) "
            + "select id, 2, 1, '{}' from registry.office where code = 'G-1'"),
]

/// The small scheme's only source with some columns other than they are.
private func source(_ changes: [String: String]) -> String {
    let columns = [
        "scheme_id", "position", "code", "title_fa", "title_en", "kind", "is_declaration", "review", "criteria",
    ]
    return """
        insert into registry.source (\(columns.joined(separator: ", ")))
        select \(columns.map { changes[$0] ?? $0 }.joined(separator: ", ")) from registry.source
        """
}

/// A second declaration of G-1 with some columns other than they must be.
private func submission(_ changes: String) -> String {
    """
    insert into registry.submission
    select (jsonb_populate_record(s, jsonb_build_object('number', 2) || '\(changes)')).*
    from registry.submission s join registry.office o on o.id = s.office_id where o.code = 'G-1'
    """
}

/// A review of G-1's declaration with some columns other than they must be.
private func review(_ changes: String) -> String {
    """
    insert into registry.review
    select (jsonb_populate_record(null::registry.review, to_jsonb(s) || jsonb_build_object(
        'reviewer_id', 4711, 'reviewed_at', now(), 'level', 1, 'of_number', s.number, 'declarer_id', s.person_id,
        'judged', 1, 'rejects_all', false, 'verdict', array[1], 'value', array[null::bigint],
        'reason', array[null::text], 'of_numbers', array[1]) || '\(changes)')).*
    from registry.submission s join registry.office o on o.id = s.office_id where o.code = 'G-1'
    """
}

/// Amended facts of G-1.
private func facts(_ changes: String) -> String {
    """
    insert into registry.census_fact
    select (jsonb_populate_record(f, jsonb_build_object('number', 1) || '\(changes)')).*
    from registry.census_fact f join registry.office o on o.id = f.office_id where o.code = 'G-1'
    """
}

/// G-1's only item, rejected.
private func amendment(_ changes: [String: String], from others: String = "") -> String {
    let values = [
        "census_id": "c.census_id", "office_id": "c.office_id", "position": "0", "verdict": "3", "reason": "'x'",
        "made_by": "1", "made_at": "now()",
    ].merging(changes) { $1 }.sorted { $0.key < $1.key }
    return """
        insert into registry.amendment (\(values.map(\.key).joined(separator: ", ")))
        select \(values.map(\.value).joined(separator: ", "))
        from registry.census_office c\(others) where c.code = 'G-1'
        """
}

/// What follows the confirmed rejection of G-1's only item.
private func confirmed(_ statement: String) -> String {
    let cause = amendment(["confirmed_by": "2", "confirmed_at": "now()", "number": "1"])
    return "do $$ begin \(cause); \(statement); end $$"
}

/// Looked at when the statement ends, not when the transaction does.
private func atOnce(_ constraint: String, _ statement: String) -> String {
    "do $$ begin set constraints registry.\(constraint) immediate; \(statement); end $$"
}
