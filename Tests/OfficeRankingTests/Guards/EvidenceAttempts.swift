/// Ways to break what the tables of evidence keep.
let attemptsOnEvidence: [ConstraintAttempt] = [
    .check("content_is_named_by_its_digest", content(["digest": "sha256('%PDF-2')"])),
    .check("content_has_its_size", content(["size": "7"])),
    .check("content_has_its_size", content(["size": "0", "bytes": "null", "erased_at": "now()"])),
    .check("content_has_its_size", content(["size": "5242881", "bytes": "null", "erased_at": "now()"])),
    // A program under the name of a document, and an archive.
    .check("media_type_is_that_of_the_bytes", content(["digest": "sha256('MZ-123')", "bytes": "'MZ-123'"])),
    .check(
        "media_type_is_allowed",
        content(["digest": "sha256('PK-123')", "bytes": "'PK-123'", "media_type": "'application/zip'"])),
    .check("only_erased_content_is_gone", content(["bytes": "null"])),
    .check("only_erased_content_is_gone", content(["erased_at": "now()"])),
    .check("evidence_rule_names_kinds", rule(["kinds": "'{}'"])),
    .check("evidence_is_counted_from_one", rule(["least": "0"])),
    .check("evidence_is_counted_from_one", rule(["least": "3"])),
    .check("evidence_is_counted_from_one", rule(["most": "21"])),
    .check("evidence_rule_has_one_age", rule(["oldest_days": "1", "oldest_months": "1"])),
    .check("evidence_rule_has_one_age", rule(["oldest_days": "0"])),
    .reference("evidence_rule_is_of_a_criterion", rule(["criterion": "9"])),
    .check("evidence_names_are_plain_words", item(["kind": "'Lease'"])),
    .check("evidence_names_are_plain_words", item(["criterion": "''"])),
    .check("evidence_ends_after_its_issue", item(["valid_until": "'2021-08-31'"])),
    .check("file_name_is_plain", item(["file_name": "''"])),
    .check("file_name_is_plain", item(["file_name": "'a/b.pdf'"])),
    .check("file_name_is_plain", item(["file_name": "U&'a\\202Efdp.exe'"])),
    .check("erasure_has_a_reason", item(["erased_by": "1", "erased_at": "now()"])),
    .check("erasure_has_a_reason", item(["erase_reason": "'x'"])),
    .reference("evidence_is_of_an_office", item(["province_id": "(select max(id) from registry.province)"])),
    .reference("evidence_is_of_a_submission", support(["number": "4711"])),
    .reference("supporting_evidence_is_of_the_office", support([:])),
]

private func content(_ changes: [String: String]) -> String {
    insertion(
        "evidence_content",
        [
            "digest": "sha256('%PDF-1')", "size": "6", "media_type": "'application/pdf'", "bytes": "'%PDF-1'",
            "erased_at": "null",
        ], changes, from: "")
}

private func rule(_ changes: [String: String]) -> String {
    insertion(
        "evidence_rule",
        [
            "scheme_id": "s.id", "criterion": "0", "is_required": "true", "kinds": "'{lease}'", "least": "1",
            "most": "2", "oldest_days": "null", "oldest_months": "null",
        ], changes, from: "from registry.scheme s")
}

private func item(_ changes: [String: String]) -> String {
    "with kept as (\(content([:])) returning digest) "
        + insertion(
            "evidence",
            [
                "office_id": "o.id", "province_id": "o.province_id", "criterion": "'staff'", "kind": "'lease'",
                "issued_on": "'2021-09-01'", "file_name": "'a.pdf'", "digest": "kept.digest", "is_scanned": "false",
                "actor_id": "1", "person_id": "1",
            ], changes, from: "from registry.office o, kept where o.code = 'G-1'")
}

/// Without the guards of the table, which want an open half-year first.
private func support(_ changes: [String: String]) -> String {
    let insertion = insertion(
        "submission_evidence",
        [
            "office_id": "s.office_id", "period_id": "s.period_id", "source": "s.source", "number": "s.number",
            "position": "0", "evidence_id": "4711", "province_id": "s.province_id", "actor_id": "1", "person_id": "1",
        ], changes, from: "from registry.submission s where s.number = 1 and s.province_id = 1")
    return """
        do $$
        begin
            alter table registry.submission_evidence disable trigger user;
            \(insertion);
        end
        $$
        """
}

private func insertion(
    _ table: String, _ columns: [String: String], _ changes: [String: String], from source: String
) -> String {
    let columns = columns.merging(changes) { $1 }.sorted { $0.key < $1.key }
    return """
        insert into registry.\(table) (\(columns.map(\.key).joined(separator: ", ")))
        select \(columns.map(\.value).joined(separator: ", ")) \(source)
        """
}
