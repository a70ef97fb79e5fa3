/// Attempts to break the rules of requests and of the imports that come in as requests.
let attemptsOnRequests: [ConstraintAttempt] = [
    .check("request_key_is_plain", request(key: "a b")),
    .check("request_digest_is_sha256", request(digest: "'x'")),
    .check("answered_request_succeeded", request(status: 404)),
    .check("attempt_key_is_plain", attempt(key: "")),
    .check("attempt_state_is_known", attempt(state: "lost")),
    .check("attempt_counts_are_not_negative", attempt(errors: 2)),
    .check(
        "findings_are_within_the_accounts_share",
        "insert into registry.account_share (account_id, findings) values (1, 200001)"),
    .check(
        "refused_rows_are_within_the_accounts_share",
        "insert into registry.account_share (account_id, refused_rows) values (1, 500001)"),
    .reference(
        "finding_is_of_an_attempt",
        "insert into staging.import_finding values (1, 'none', 1, 'f', null, 1, 'c', 'v', 'x', 'error', '[]')"),
    .check(
        "finding_severity_is_known",
        "insert into staging.import_finding values (1, 'none', 1, 'f', null, 1, 'c', 'v', 'x', 'fatal', '[]')"),
]

private func request(key: String = "k", digest: String = "sha256('x')", status: Int = 200) -> String {
    """
    insert into registry.answered_request values (1, '\(key)', \(digest), \(status), 'text/plain', null, 'x',
        '2020-01-01')
    """
}

private func attempt(key: String = "k", state: String = "checking", errors: Int = 0) -> String {
    """
    insert into staging.import_attempt values (1, '\(key)', 'offices', null, false, '\(state)', 0, 0, \(errors), 1,
        '2020-01-01', '2020-01-01')
    """
}
