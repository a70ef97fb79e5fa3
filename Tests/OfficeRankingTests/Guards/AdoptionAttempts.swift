/// Scheme 1 is adopted by `operator`, person 1, and another person; 1400-H1 is ranked by it.
let attemptsOnAdoption: [ConstraintAttempt] = [
    .check("most_moved_is_a_share", "\(scheme(mostMoved: "101"));"),
    .check("two_persons_adopt", confirmation(of: "1", proposedBy: "1")),
    .reference("confirmation_is_of_a_proposal", confirmation(of: "4711", proposedBy: "2")),
    .reference(
        "period_has_a_confirmed_scheme",
        unconfirmed(
            """
            insert into registry.evaluation_period (half_year, first_on, last_on, census_on, scheme_id)
            values ('1402-H1', '2023-03-21', '2023-09-22', '2023-09-22', proposed)
            """)),
    .reference(
        "scheduled_scheme_is_confirmed",
        unconfirmed("insert into registry.period_schedule (period_id, scheme_id) values (1, proposed)")),
    .unique("scheme_is_simulated_once_on_a_publication", simulation([:], from: " from generate_series(1, 2)")),
    .check("simulation_text_has_its_digest", simulation(["digest": "'x'"])),
    .check("simulation_counts_fit_each_other", simulation(["moved": "3"])),
    .check("simulation_counts_fit_each_other", simulation(["entered": "2"])),
    .check("simulated_lines_have_equal_lengths", simulation(["line_lost": "'{1}'"])),
    .check(
        "simulated_rank_is_another_one",
        "insert into registry.simulated_move values (4711, 1, 1, 'G-1', 'urban', 2, 2, 0, 0)"),
]

private func scheme(mostMoved: String) -> String {
    """
    insert into registry.scheme (code, version, title_fa, title_en, is_sample, legal_basis, valid_from,
    hash, canonical_text, document, minimum_total, non_participation_policy, unranked_ceiling, most_moved) select
    code, 2, title_fa, title_en, is_sample, legal_basis, valid_from,
    encode(sha256(convert_to(canonical_text || 'x', 'UTF8')), 'hex'), canonical_text || 'x', document,
    minimum_total, non_participation_policy, unranked_ceiling, \(mostMoved) from registry.scheme
    """
}

/// A scheme that nobody has confirmed, and what names it.
private func unconfirmed(_ statement: String) -> String {
    """
    do $$ declare proposed integer; begin
        \(scheme(mostMoved: "null")) returning id into proposed;
        \(statement);
    end $$
    """
}

/// By person 1.
private func confirmation(of scheme: String, proposedBy proposer: String) -> String {
    """
    do $$ begin
        perform set_config('pishkhan.actor', '1', true);
        insert into registry.scheme_confirmation (scheme_id, proposed_by, confirmed_by, confirmed_at)
        values (\(scheme), \(proposer), 1, now());
    end $$
    """
}

/// Of three offices, of which two are ranked.
private func simulation(_ changes: [String: String], from source: String = "") -> String {
    let values = [
        "scheme_id": "1", "publication_id": "4711", "offices": "3", "ranked": "2", "moved": "0", "entered": "0",
        "missing": "'{}'", "line_code": "'{}'", "line_offices": "'{}'", "line_gained": "'{}'", "line_lost": "'{}'",
        "digest": "encode(sha256('x'), 'hex')", "text": "'x'", "simulated_by": "1", "simulated_at": "now()",
    ].merging(changes) { $1 }.sorted { $0.key < $1.key }
    return """
        insert into registry.scheme_simulation (\(values.map(\.key).joined(separator: ", ")))
        select \(values.map(\.value).joined(separator: ", "))\(source)
        """
}
