/// Ways to break what accounts, roles, tokens and identities keep.
let attemptsOnAccess: [ConstraintAttempt] = [
    .check(
        "only_an_agencys_account_has_an_agency",
        "insert into registry.account (name, person, role) values ('x', 'x', 'agency')"),
    .check(
        "role_scope_is_known",
        "insert into registry.role (name, title_fa, title_en, scope) values ('x', 'x', 'x', 'county')"),
    .check("permission_is_one_plain_word", "insert into registry.role_permission values ('agency', 'Do it')"),
    .reference(
        "account_has_an_office_of_its_province",
        """
        insert into registry.account_office
        select 1, o.id, p.id, o.holder_id from registry.office o, registry.province p
        where o.code = 'G-1' and p.id <> o.province_id limit 1
        """),
    .check("act_node_is_sha256", "insert into registry.act_node values (0, 0, 'x')"),
    .check("act_node_level_is_known", "insert into registry.act_node values (63, 0, sha256(''))"),
    .check("act_nodes_are_numbered_from_zero", "insert into registry.act_node values (0, -1, sha256(''))"),
    .check("record_head_is_sha256", "insert into registry.record_head values (1, 'x', sha256(''), now())"),
    .check(
        "record_head_instant_is_finite",
        "insert into registry.record_head values (1, sha256(''), sha256(''), 'infinity')"),
    .check("token_label_is_given", token(label: "''")),
    .check("token_digest_is_sha256", token(digest: "'x'")),
    .check("token_expires_after_it_was_made", token(expires: "now()")),
    .check("token_is_revoked_after_it_was_made", token(revoked: "'2020-01-01'")),
    .unique("token_digest_is_unique", token() + ", (1, 'y', sha256(''), now(), now() + interval '1 day', null, 1)"),
    .check("identity_names_are_given", identity(subject: "''")),
    .check("identity_is_unlinked_after_it_was_linked", identity(unlinked: "'2020-01-01'")),
    .exclusion("identity_is_linked_to_one_account", identity() + ", ('i', 's', 1, now(), null, 1)"),
]

private func token(
    label: String = "'x'", digest: String = "sha256('')", expires: String = "now() + interval '1 day'",
    revoked: String = "null"
) -> String {
    """
    insert into registry.access_token (account_id, label, digest, made_at, expires_at, revoked_at, given_by)
    values (1, \(label), \(digest), now(), \(expires), \(revoked), 1)
    """
}

private func identity(subject: String = "'s'", unlinked: String = "null") -> String {
    """
    insert into registry.external_identity (issuer, subject, account_id, linked_at, unlinked_at, given_by)
    values ('i', \(subject), 1, now(), \(unlinked), 1)
    """
}
