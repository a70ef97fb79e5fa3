/// Ways to break what passwords, sessions, failed log-ins and invitations keep.
let attemptsOnLogins: [ConstraintAttempt] = [
    .check(
        "session_is_short",
        """
        insert into registry.access_token (account_id, label, digest, made_at, expires_at, given_by, is_session)
        values (1, 'x', sha256(''), now(), now() + interval '24 hours 1 second', 1, true)
        """),
    .check("password_salt_is_long_enough", password(salt: "'\\x00'")),
    .check("password_cost_is_bounded", password(rounds: "1023")),
    .check("password_cost_is_bounded", password(rounds: "1025")),
    .check("password_cost_is_bounded", password(rounds: "2097152")),
    .check("password_digest_is_sha256", password(digest: "'x'")),
    .check("password_ends_after_it_was_set", password(ended: "now() - interval '1 second'")),
    .check("no_password_opens_the_headquarters", password(account: "1")),
    .check(
        "no_password_opens_the_headquarters",
        password(account: "(select id from registry.account where name = 'clock')")),
    .check("login_failures_are_counted", "insert into registry.login_attempt values (1, -1, now(), null)"),
    .check(
        "login_wait_is_bounded",
        "insert into registry.login_attempt values (1, 9, now(), now() + interval '15 minutes 1 second')"),
    .check("invitation_digest_is_sha256", invitation(digest: "'x'")),
    .check("invitation_lasts_seven_days", invitation(expires: "now() + interval '169 hours'")),
    .check("invitation_lasts_seven_days", invitation(expires: "now()")),
    .check("nobody_invites_himself", invitation(givenBy: "a")),
    .check("no_password_opens_the_headquarters", invitation(account: "1")),
    .check("invitation_ends_once", invitation(accepted: "now()", withdrawn: "now()")),
    .check("invitation_is_accepted_in_time", invitation(accepted: "now() + interval '168 hours'")),
    .check("invitation_is_accepted_in_time", invitation(accepted: "now() - interval '1 second'")),
    .check("invitation_is_withdrawn_after_it_was_made", invitation(withdrawn: "now() - interval '1 second'")),
    .unique("invitation_digest_is_unique", invitation(withdrawn: "now()", twice: true)),
    .exclusion("account_has_one_open_invitation", invitation(twice: true, otherDigest: true)),
]

/// With an account `a` that a password may open.
private func withAccount(_ statements: String) -> String {
    """
    do $$
    declare
        a integer;
    begin
        insert into registry.account (name, person, role) values ('x', 'x', 'auditor') returning id into a;
        \(statements)
    end
    $$
    """
}

private func password(
    account: String = "a", salt: String = "sha256('')", rounds: String = "1024", digest: String = "sha256('')",
    ended: String = "null"
) -> String {
    withAccount(
        """
        insert into registry.account_password
        values (\(account), \(salt), \(rounds), 8, 1, \(digest), now(), \(ended));
        """)
}

private func invitation(
    account: String = "a", digest: String = "sha256('')", expires: String = "now() + interval '168 hours'",
    givenBy: String = "1", accepted: String = "null", withdrawn: String = "null", twice: Bool = false,
    otherDigest: Bool = false
) -> String {
    func row(_ digest: String) -> String {
        """
        insert into registry.invitation (account_id, digest, made_at, expires_at, given_by, accepted_at, withdrawn_at)
        values (\(account), \(digest), now(), \(expires), \(givenBy), \(accepted), \(withdrawn));

        """
    }
    return withAccount(row(digest) + (twice ? row(otherDigest ? "sha256('y')" : digest) : ""))
}
