/// Ways to break what overrules, windows and releases keep.
let attemptsOnSteps: [ConstraintAttempt] = [
    .unique("obstacle_is_overruled_once", overrule([:], from: ", generate_series(1, 2)")),
    .check("overruled_step_is_known", overrule(["step": "'dance'"])),
    .check("overrule_has_a_reason", overrule(["reason": "' '"])),
    .check("overrule_is_of_two_persons", overrule(["confirmed_by": "1", "confirmed_at": "now()"])),
    .check("confirmation_is_whole", overrule(["confirmed_by": "2"])),
    .check("window_activity_is_one_plain_word", window(["activity": "'Do it'"])),
    .check("window_opens_before_it_closes", window(["closes_on": "'2021-03-21'"])),
    .check("window_of_an_office_has_its_province", window(["office_id": "1"])),
    .reference(
        "window_is_of_an_office_of_its_province",
        window([
            "province_id": "(select max(id) from registry.province)",
            "office_id": "(select min(id) from registry.office)",
        ])),
    .check("extension_has_a_reason", window(["province_id": "1", "reason": "' '"])),
    .check("windows_are_numbered_without_gaps", window(["number": "2"])),
    .check(
        "window_ends_before_closing",
        withPlannedPeriod(
            """
            insert into registry.period_schedule (period_id, closes_on) values (planned, '2022-04-01');
            \(window(["period_id": "planned", "activity": "'declare'", "closes_on": "'2022-04-02'"]))
            """)),
    .unique("province_is_released_once", release(["office_id": "null"], times: 2)),
    .unique("office_is_released_once", release([:], times: 2)),
    .reference(
        "release_is_of_an_office_of_its_province", release(["province_id": "(select max(id) from registry.province)"])),
    .check("release_has_a_reason", release(["reason": "' '"])),
    .check("release_has_a_legal_basis", release(["legal_basis": "''"])),
    .check("release_ends_with_a_reason", release(["ended_by": "1", "ended_at": "now()"])),
]

private func overrule(_ changes: [String: String], from others: String = "") -> String {
    insert(
        "step_overrule",
        [
            "period_id": "p.id", "step": "'close'", "code": "'x'", "detail": "'x'", "reason": "'x'", "made_by": "1",
            "maker": "'x'",
        ], changes, others)
}

private func window(_ changes: [String: String]) -> String {
    insert(
        "submission_window",
        [
            "period_id": "p.id", "activity": "'appeal'", "number": "1", "opens_on": "'2021-04-01'",
            "closes_on": "'2021-05-01'", "reason": "'x'", "actor_id": "1",
        ], changes)
}

/// For a period that takes facts still.
private func release(_ changes: [String: String], times: Int = 1) -> String {
    let insertion = insert(
        "release",
        [
            "period_id": "planned", "office_id": "(select min(id) from registry.office)", "reason": "'x'",
            "province_id": "(select province_id from registry.office order by id limit 1)",
            "legal_basis": "'x'", "actor_id": "1",
        ], changes, ", generate_series(1, \(times))")
    return withPlannedPeriod(insertion)
}

private func withPlannedPeriod(_ statements: String) -> String {
    """
    do $$
    declare
        planned integer;
    begin
        insert into registry.evaluation_period (half_year, first_on, last_on, census_on)
        values ('1400-H2', '2021-09-23', '2022-03-20', '2022-03-20') returning id into planned;
        \(statements);
    end
    $$
    """
}

/// For the one ranked period.
private func insert(
    _ table: String, _ values: [String: String], _ changes: [String: String], _ others: String = ""
) -> String {
    let columns = values.merging(changes) { $1 }.sorted { $0.key < $1.key }
    return """
        insert into registry.\(table) (\(columns.map(\.key).joined(separator: ", ")))
        select \(columns.map(\.value).joined(separator: ", "))
        from registry.evaluation_period p\(others) where p.half_year = '1400-H1'
        """
}
