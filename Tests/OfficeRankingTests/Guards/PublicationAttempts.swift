/// A publication of the one run, with some columns other than they must be.
private func publicationInsert(_ changes: [String: String] = [:], from source: String = "registry.run") -> String {
    let columns = [
        "period_id": "run.period_id", "number": "1", "census_id": "run.census_id", "run_id": "run.id",
        "digest": "run.digest", "published_at": "now()",
    ].merging(changes) { $1 }.sorted { $0.key < $1.key }
    return """
        insert into registry.publication (\(columns.map(\.key).joined(separator: ", ")))
        select \(columns.map(\.value).joined(separator: ", ")) from \(source)
        """
}

/// What is looked at when a transaction ends, at once.
private func ended(_ statement: String, looking constraint: String) -> String {
    "do $$ begin \(statement); set constraints registry.\(constraint) immediate; end $$"
}

/// A run whose text would be `x`, its publication, and a text of it.
private func publicationWithText(_ text: String) -> String {
    """
    with made as (
        insert into registry.run (period_id, census_id, scheme_id, digest, actor_id, ran_at)
        select period_id, census_id, scheme_id, encode(sha256('x'), 'hex'), actor_id, now() from registry.run
        returning *
    ), published as (
        \(publicationInsert(from: "made run")) returning id
    )
    insert into registry.publication_text (publication_id, kind, digest, text)
    select id, 'results', encode(sha256('\(text)'), 'hex'), '\(text)' from published
    """
}

let attemptsOnPublications: [ConstraintAttempt] = [
    .reference("publication_reads_the_census_of_its_period", publicationInsert(["census_id": "4711"])),
    .reference(
        "publication_run_reads_its_census",
        """
        with taken as (
            insert into registry.census select 999, period_id, census_on, 1, now() from registry.census returning id
        ), made as (
            insert into registry.run (period_id, census_id, scheme_id, digest, actor_id, ran_at)
            select period_id, (select id from taken), scheme_id, digest, actor_id, now() from registry.run returning *
        )
        \(publicationInsert(
            ["census_id": "(select e.census_id from registry.evaluation_period e where e.id = run.period_id)"],
            from: "made run"))
        """),
    .reference("publications_are_numbered_without_gaps", publicationInsert(["number": "2", "reason": "'x'"])),
    .reference("publications_are_numbered_without_gaps", publicationInsert(["number": "0"])),
    .check("correction_has_a_reason", publicationInsert(["reason": "'x'"])),
    .check("correction_has_a_reason", publicationInsert(["number": "2"])),
    .check("correction_has_a_reason", publicationInsert(["number": "2", "reason": "'  '"])),
    .unique(
        "run_is_published_once",
        publicationInsert(
            ["number": "number", "reason": "case number when 2 then 'x' end"],
            from: "registry.run, generate_series(1, 2) number")),
    .reference("publication_has_its_text", ended(publicationInsert(), looking: "publication_has_its_text")),
    .check("newest_publication_is_current", ended(publicationWithText("x"), looking: "newest_publication_is_current")),
    .reference("results_text_is_that_of_the_publication", publicationWithText("y")),
    .check(
        "publication_text_kind_is_known",
        "insert into registry.publication_text values (1, 'other', encode(sha256('x'), 'hex'), 'x')"),
    .check(
        "publication_text_has_its_digest",
        "insert into registry.publication_text values (1, 'facts', repeat('0', 64), 'x')"),
]
