import Postgres

/// An appeal of G-1 against its staff, with some columns other than they must be.
func appealInsert(_ changes: [String: String] = [:]) -> String {
    let columns = [
        "census_id": "c.census_id", "office_id": "c.office_id", "run_id": "p.run_id", "position": "0", "value": "8",
        "grounds": "'x'", "is_decisive": "true",
    ].merging(changes) { $1 }.sorted { $0.key < $1.key }
    return """
        insert into registry.appeal (\(columns.map(\.key).joined(separator: ", ")))
        select \(columns.map(\.value).joined(separator: ", "))
        from registry.census_office c join registry.evaluation_period p on p.census_id = c.census_id where c.code = 'G-1'
        """
}

/// A decision of the only appeal, by the person whose account acts.
func decisionInsert(_ changes: [String: String] = [:]) -> String {
    let columns = [
        "appeal_id": "a.id", "census_id": "a.census_id", "office_id": "a.office_id",
        "decider_id": "registry.actor_person()", "verdict": "'dismissed'", "reason": "'x'", "decided_at": "now()",
    ].merging(changes) { $1 }.sorted { $0.key < $1.key }
    return """
        insert into registry.appeal_decision (\(columns.map(\.key).joined(separator: ", ")))
        select \(columns.map(\.value).joined(separator: ", ")) from registry.appeal a
        """
}

let deciderInsert = """
    insert into registry.appeal_person (appeal_id, person_id, part)
    select a.id, registry.actor_person(), 'decider' from registry.appeal a
    """

/// Tried by the account of G-1.
let attemptsOnFiling: [ConstraintAttempt] = [
    .check("appeal_is_against_one_item", appealInsert(["decision_number": "'R-1'"])),
    .check("appeal_claims_the_value_of_its_item", appealInsert(["value": "null"])),
    .check("appeal_has_grounds", appealInsert(["grounds": "' '"])),
    .check("appeal_is_against_the_current_run", appealInsert(["run_id": "4711"])),
    .unique("item_is_appealed_once", "do $$ begin \(appealInsert()); \(appealInsert(["value": "9"])); end $$"),
    .check(
        "appeal_days_fit_each_other",
        "insert into registry.appeal_rule select scheme_id, 5, 6, 5, undecided, silence from registry.appeal_rule"),
    .check(
        "treatment_of_undecided_is_known",
        "insert into registry.appeal_rule select scheme_id, 5, 5, 5, 'x', silence from registry.appeal_rule"),
    .check(
        "effect_of_silence_is_known",
        "insert into registry.appeal_rule select scheme_id, 5, 5, 5, undecided, 'x' from registry.appeal_rule"),
    .check(
        "only_a_shown_period_has_its_instant",
        """
        insert into registry.evaluation_period (half_year, first_on, last_on, census_on, shown_at)
        values ('1400-H2', '2021-09-23', '2022-03-20', '2022-03-20', now())
        """),
    // The trigger names what these are references of first, so only its own rows could break them.
    .reference("appeal_is_of_a_listed_office", raw(appealInsert(["office_id": "4711"]))),
    .reference("appeal_is_against_a_run_of_its_census", raw(appealInsert(["run_id": "4711"]))),
]

/// Tried by the account of a judge, after an appeal of G-1.
let attemptsOnDeciding: [ConstraintAttempt] = [
    .reference("decision_is_of_a_decider", decisionInsert()),
    .reference("decision_is_of_an_appeal", decided(["office_id": "a.office_id + 1"])),
    .check("appeal_verdict_is_known", decided(["verdict": "'perhaps'"])),
    .check("decision_on_an_appeal_has_a_reason", decided(["reason": "' '"])),
    .check("only_an_upheld_appeal_makes_facts", decided(["number": "1"])),
    .check("only_an_upheld_appeal_makes_facts", decided(["verdict": "'upheld'", "value": "8"])),
    .check("upheld_item_has_its_value", decided(["verdict": "'upheld'", "number": "1"])),
    .check("upheld_item_has_its_value", decided(["value": "8"])),
    .check("silence_decides_as_the_scheme_says", decisionInsert(["decider_id": "null"])),
    .reference(
        "decision_made_its_facts",
        """
        do $$ begin set constraints registry.decision_made_its_facts immediate;
        \(decided(["verdict": "'upheld'", "value": "8", "number": "1"]).dropFirst("do $$ begin ".count))
        """),
    .check("part_in_an_appeal_is_known", deciderInsert.replacing("'decider'", with: "'friend'")),
    .unique("decider_took_no_part", "do $$ begin \(deciderInsert); \(deciderInsert); end $$"),
    .unique("appeal_is_decided_once", "do $$ begin \(deciderInsert); \(decisionInsert()); \(decisionInsert()); end $$"),
    ConstraintAttempt(
        state: "RK303", name: "entry_is_fixed", sql: "update registry.appeal set grounds = 'other'"),
]

/// The same, of two appeals of one office.
let attemptsOnTwoAppeals: [ConstraintAttempt] = [
    .unique(
        "decided_facts_have_one_cause", decided(["verdict": "'upheld'", "value": "a.value", "number": "1"]))
]

/// By a decider who has his part.
private func decided(_ changes: [String: String]) -> String {
    "do $$ begin \(deciderInsert); \(decisionInsert(changes)); end $$"
}

/// What the table says without its first trigger.
private func raw(_ statement: String) -> String {
    let columns = "insert into registry.appeal (province_id, code, filed_by, filer_id, filed_at, decide_by, "
    let values = "select c.province_id, c.code, registry.actor(), registry.actor_person(), now(), current_date, "
    let whole = statement.replacing("insert into registry.appeal (", with: columns)
        .replacing("select ", with: values, maxReplacements: 1)
    return "do $$ begin alter table registry.appeal disable trigger appeal_is_lawful; \(whole); end $$"
}
