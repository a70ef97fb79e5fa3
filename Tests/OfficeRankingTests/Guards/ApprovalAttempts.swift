/// Statements that break the constraints of approvals, and of the parts of a scheme that ask for them.
let attemptsOnApprovals: [ConstraintAttempt] = [
    .check("approval_body_is_known", approval(["body": "'agency'"])),
    .check("approval_digest_is_sha256", approval(["digest": "'x'"])),
    .check("completed_approval_is_named_whole", approval(["first_revision": "1"])),
    .check("two_persons_approve", approval(second.merging(["first_member": "1"]) { $1 })),
    .check("two_bodies_approve", approval(second.merging(["first_body": "'headquarters'"]) { $1 })),
    .check("approval_completes_an_earlier_one", approval(second.merging(["first_revision": "8"]) { $1 })),
    .reference("approval_completes_another", approval(second)),
    .reference("approval_is_of_a_province_set", approval(["province_id": "4711"])),
    .unique("approval_is_completed_once", approval(second.merging(["revision": "n"]) { $1 }, times: 2)),
    .check(
        "scheme_approval_is_known",
        """
        insert into registry.scheme (code, version, title_fa, title_en, is_sample, legal_basis, valid_from, hash,
            canonical_text, document, minimum_total, non_participation_policy, unranked_ceiling, approval)
        select 'x', 9, title_fa, title_en, is_sample, legal_basis, valid_from, encode(sha256('x'), 'hex'), 'x', document,
            minimum_total, non_participation_policy, unranked_ceiling, 'perhaps' from registry.scheme
        """),
    .check(
        "unchanged_is_a_share",
        """
        insert into registry.source (scheme_id, position, code, title_fa, title_en, kind, is_declaration, review,
            criteria, unchanged_within)
        select scheme_id, 9, 'other', title_fa, title_en, kind, false, review, 0, 101 from registry.source
        """),
]

/// The columns of an approval that completes another one.
private let second = ["first_revision": "1", "first_body": "'region'", "first_member": "2"]

/// An approval of the headquarters for Gilan.
private func approval(_ changes: [String: String], times: Int = 1) -> String {
    let values = [
        "period_id": "p.id", "province_id": "1", "revision": "7", "body": "'headquarters'", "member": "1",
        "actor_id": "1", "digest": "repeat('0', 64)",
    ].merging(changes) { $1 }.sorted { $0.key < $1.key }
    return """
        insert into registry.approval (\(values.map(\.key).joined(separator: ", ")))
        select \(values.map(\.value).joined(separator: ", "))
        from registry.evaluation_period p, generate_series(7, \(6 + times)) n
        """
}
