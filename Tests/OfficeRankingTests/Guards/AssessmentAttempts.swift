/// An assessment of G-1 in a new run of the same period, with some columns other than they were.
func assessmentInsert(_ changes: [String: String]) -> String {
    let columns = [
        "run_id", "census_id", "office_id", "province_id", "standing", "rank_origin", "rank", "rank_before_caps",
        "total", "penalty", "minimum_total", "full_maximum", "available_maximum", "value", "points", "line_state",
        "group_points", "penalty_decision", "penalty_kind", "penalty_occurrence", "penalty_points", "code", "position",
    ]
    // The only office of its run stands first.
    let fixed = ["run_id": "(select id from made)", "position": "1"]
    let values = columns.map { changes[$0] ?? fixed[$0] ?? "a.\($0)" }
    return """
        with made as (
            insert into registry.run (period_id, census_id, scheme_id, digest, actor_id, ran_at)
            select period_id, census_id, scheme_id, digest, actor_id, now() from registry.run returning id
        )
        insert into registry.assessment (\(columns.joined(separator: ", ")))
        select \(values.joined(separator: ", "))
        from registry.assessment a join registry.office o on o.id = a.office_id where o.code = 'G-1'
        """
}

/// G-1 declared 7 of 10, worth 70 points, and lost 5 by its first violation.
let attemptsOnAssessments: [ConstraintAttempt] = [
    .check("assessment_is_of_the_census", assessmentInsert(["office_id": "4711"])),
    .check("assessment_is_of_the_census", assessmentInsert(["code": "'G-2'"])),
    .check("assessment_is_of_the_census", assessmentInsert(["province_id": "2"])),
    .check("assessment_is_of_a_run", assessmentInsert(["run_id": "4711"])),
    .check("assessment_is_of_a_run", assessmentInsert(["census_id": "4711"])),
    .check(
        "standing_is_known",
        assessmentInsert([
            "standing": "'fine'", "rank": "null", "rank_origin": "null", "total": "null", "position": "null",
        ])),
    .check("origin_is_known", assessmentInsert(["rank_origin": "'given'"])),
    .check("only_ranked_offices_have_a_rank", assessmentInsert(["rank": "null", "position": "null"])),
    .check("only_ranked_offices_have_a_rank", assessmentInsert(["rank_origin": "null"])),
    .check("scored_offices_have_a_total", assessmentInsert(["total": "null"])),
    .check("lines_have_equal_lengths", assessmentInsert(["value": "'{}'"])),
    .check("penalties_have_equal_lengths", assessmentInsert(["penalty_kind": "'{}'"])),
    .check("total_is_groups_less_penalty", assessmentInsert(["total": "a.total + 1"])),
    .check("total_is_groups_less_penalty", assessmentInsert(["total": "a.total - 1"])),
    .check("total_is_groups_less_penalty", assessmentInsert(["group_points": "array[69999]"])),
    .check("silence_gets_the_minimum", assessmentInsert(["rank_origin": "'defaulted'"])),
    .check(
        "silence_gets_the_last_rank",
        assessmentInsert([
            "rank_origin": "'defaulted'", "rank": "1", "rank_before_caps": "1", "total": "a.minimum_total",
            "penalty": "0", "value": "'{}'", "points": "'{}'", "line_state": "'{}'", "group_points": "'{}'",
            "penalty_decision": "'{}'", "penalty_kind": "'{}'", "penalty_occurrence": "'{}'",
            "penalty_points": "'{}'",
        ])),
    .check("penalty_is_not_negative", assessmentInsert(["penalty": "-1", "total": "70001"])),
    .check("penalty_is_not_negative", assessmentInsert(["penalty": "5001", "total": "64999"])),
    .check("cap_never_lifts_a_rank", assessmentInsert(["rank": "1", "rank_before_caps": "2"])),
    .check(
        "lines_are_those_of_the_scheme",
        assessmentInsert([
            "points": "array[35000, 35000]", "value": "array[7, 7]", "line_state": "array[0, 0]",
        ])),
    .check("lines_are_those_of_the_scheme", assessmentInsert(["group_points": "array[35000, 35000]"])),
    .check("points_within_maximum", assessmentInsert(["points": "array[100001]"])),
    .check("points_within_maximum", assessmentInsert(["group_points": "array[100001]", "total": "95001"])),
    .check("rank_is_of_the_scheme", assessmentInsert(["rank": "4", "rank_before_caps": "4"])),
    .check("rank_is_of_the_scheme", assessmentInsert(["rank": "0", "rank_before_caps": "0"])),
    .check("order_of_lists_is_exact", assessmentInsert(["full_maximum": "1048577"])),
    .check("order_of_lists_is_exact", assessmentInsert(["available_maximum": "a.full_maximum + 1"])),
    .check("order_of_lists_is_exact", assessmentInsert(["available_maximum": "-1"])),
    .check("only_ranked_offices_have_a_position", assessmentInsert(["position": "null"])),
    .check("position_follows_the_total", assessmentInsert(["position": "0"])),
    .check("position_follows_the_total", assessmentInsert(["position": "2"])),
]
