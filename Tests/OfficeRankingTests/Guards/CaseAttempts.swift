/// Ways to break what violation cases, their steps and sanctions keep.
let attemptsOnCases: [ConstraintAttempt] = [
    .reference("case_is_of_an_office", violationCase(["province_id": "2"])),
    .check(
        "case_is_of_a_holder_of_its_office",
        violationCase(["holder_id": "(select max(id) from registry.licence_holder)"])),
    .unique("case_number_is_unique_in_its_province", violationCase(["number": "'C-1'"])),
    .check("case_number_is_written_plainly", violationCase(["number": "' 1'"])),
    .check("kind_of_violation_is_one_plain_word", violationCase(["kind": "'Two words'"])),
    .reference(
        "case_step_is_of_its_office",
        reported(step(["office_id": "(select id from registry.office where code = 'G-2')"]))),
    .reference("step_may_follow", reported(step(["step": "'hearing'", "ends_sanctions": "false"]))),
    .reference(
        "step_follows_the_one_before",
        reported(
            step([
                "after": "'hearing'", "step": "'decision'", "answer_until": "'2021-06-01'", "ends_sanctions": "false",
            ]))),
    .check("steps_are_numbered_from_one", reported(step(["number": "0"]))),
    .check("case_starts_with_its_first_step", reported(step(["after": "'start'", "step": "'report'"]))),
    .exclusion(
        "objection_is_decided_by_another",
        reported(
            steps([
                ["number": "2", "after": "'hearing'", "step": "'decision'", "answer_until": "date '2021-06-01'"],
                ["number": "3", "after": "'objection'", "step": "'objection_decision'"],
            ]))),
    .check("notice_and_decision_give_days_to_answer", reported(step(["step": "'notice'"]))),
    .check(
        "days_to_answer_follow_the_step", reported(step(["step": "'notice'", "answer_until": "'2021-05-01'"]))),
    .check("only_a_later_word_ends_sanctions", reported(step(["ends_sanctions": "false"]))),
    .check("case_step_says_something", reported(step(["text": "' '"]))),
    .check(
        "step_is_of_its_own_party", reported(step(["after": "'notice'", "step": "'reply'", "ends_sanctions": "false"]))),
    .check("steps_follow_in_time", reported(step(["taken_on": "'2021-04-30'"]))),
    .reference("sanction_is_of_a_step", recorded(sanction(["step": "'decision'"]))),
    .reference(
        "sanction_is_of_the_cases_office",
        recorded(sanction(["office_id": "(select id from registry.office where code = 'G-2')"]))),
    .check("sanction_is_imposed_by_a_decision", recorded(sanction(["step_number": "1", "step": "'recorded'"]))),
    .check("sanction_kind_is_known", recorded(sanction(["kind": "'fine'"]))),
    .unique("sanction_is_imposed_once", recorded(sanction([:]) + ";" + sanction([:]))),
    .check("sanction_has_its_days", recorded(sanction(["holds": "'[2021-06-01,)'"]))),
    .check("sanction_has_its_days", recorded(sanction(["holds": "'empty'"]))),
    .check("sanction_holds_from_its_step", recorded(sanction(["holds": "'[2021-04-01,2021-06-01]'"]))),
    .check("sanction_comes_with_its_step", recorded(sanction(["step_number": "9"]))),
    .reference("violation_is_of_a_case_step", recorded(violation(["case_id": "v.id", "case_step": "9"]))),
    .check("case_and_step_come_together", recorded(violation(["case_step": "1"]))),
    .check(
        "decision_of_a_case_comes_from_its_steps", recorded(violation(["decision_number": "'C-1'"]))),
    .check(
        "reported_case_is_not_decided_yet",
        asOperator(
            violationCase(["number": "'R-1'"], makesOther: false)
                + " returning * into v;" + insertion("case_step", firstStep, [:]))),
]

/// Another case beside C-1 of G-1.
private func violationCase(_ changes: [String: String], makesOther: Bool = true) -> String {
    let values = [
        "number": "'C-2'", "province_id": "o.province_id", "office_id": "o.id", "holder_id": "o.holder_id",
        "kind": "'overcharging'",
    ]
    let insertion = insertion("violation_case", values, changes, from: " from registry.office o where o.code = 'G-1'")
    return makesOther ? reported(insertion) : insertion
}

private let firstStep = [
    "case_id": "v.id", "number": "1", "after": "'start'", "step": "'report'", "office_id": "v.office_id",
    "province_id": "v.province_id", "taken_on": "'2021-05-02'", "text": "'x'", "actor_id": "registry.actor()",
    "person_id": "registry.actor_person()",
]

/// The second step of the case, which drops it.
private func step(_ changes: [String: String]) -> String {
    insertion("case_step", droppingStep, changes)
}

private let droppingStep = firstStep.merging([
    "number": "2", "after": "'report'", "step": "'dropped'", "ends_sanctions": "true",
]) { $1 }

private func steps(_ changes: [[String: String]]) -> String {
    let rows = changes.map { change in
        droppingStep.merging(["answer_until": "null::date", "ends_sanctions": "false", "taken_on": "date '2021-05-02'"])
        { $1 }.merging(change) { $1 }
            .sorted { $0.key < $1.key }
    }
    let selects = rows.map { "select \($0.map(\.value).joined(separator: ", "))" }
    return """
        insert into registry.case_step (\(rows[0].map(\.key).joined(separator: ", ")))
        \(selects.joined(separator: " union all "))
        """
}

/// Of the second step of the recorded case.
private func sanction(_ changes: [String: String]) -> String {
    insertion(
        "sanction",
        [
            "case_id": "v.id", "step_number": "2", "step": "'final'", "office_id": "v.office_id",
            "province_id": "v.province_id", "kind": "'suspension'", "holds": "'[2021-06-01,2021-06-30]'",
        ], changes)
}

private func violation(_ changes: [String: String]) -> String {
    insertion(
        "violation",
        [
            "office_id": "v.office_id", "decision_number": "'other'", "kind": "v.kind",
            "revision": "(select max(revision) from registry.violation where import_id is not null)",
            "province_id": "v.province_id", "holder_id": "v.holder_id", "decided_on": "'2021-05-02'",
            "is_final": "true", "is_late": "false",
        ], changes)
}

/// A case C-1 of G-1 with its report, and then what breaks a rule.
private func reported(_ statement: String) -> String {
    asOperator(makesCase + insertion("case_step", firstStep, [:]) + ";" + statement)
}

/// The same case recorded with its final decision.
private func recorded(_ statement: String) -> String {
    asOperator(
        makesCase + insertion("case_step", firstStep, ["step": "'recorded'"]) + ";"
            + insertion("case_step", firstStep, ["number": "2", "after": "'recorded'", "step": "'final'"]) + ";"
            + statement)
}

private let makesCase = """
    insert into registry.violation_case (number, province_id, office_id, holder_id, kind)
    select 'C-1', o.province_id, o.id, o.holder_id, 'overcharging' from registry.office o where o.code = 'G-1'
    returning * into v;

    """

private func asOperator(_ statements: String) -> String {
    """
    do $$
    declare
        v registry.violation_case;
    begin
        perform set_config('pishkhan.actor', '1', true);
        \(statements);
    end
    $$
    """
}

private func insertion(
    _ table: String, _ values: [String: String], _ changes: [String: String], from others: String = ""
) -> String {
    let columns = values.merging(changes) { $1 }.sorted { $0.key < $1.key }
    return """
        insert into registry.\(table) (\(columns.map(\.key).joined(separator: ", ")))
        select \(columns.map(\.value).joined(separator: ", "))\(others)
        """
}
