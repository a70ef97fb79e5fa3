/// One call of a command function, the permission it needs, and the same call outside the scope of an account.
struct PermissionCall: Sendable {
    let permission: String
    let call: String
    /// Of another province than Gilan; nil where a call is about no province.
    var elsewhere: String?
    /// Of another agency than A1.
    var ofAnotherAgency: String?
    var isNational = false

    var function: String { String(call.prefix { $0 != "(" }) }
}

private let key = "gen_random_uuid()"
private let noHash = "repeat('0', 64)"

/// Every command function that changes the registry is called here at least once; the fixture is `desksOfAllRoles`.
let everyCall: [PermissionCall] =
    callsOfPeriods + callsOfClock + callsOfForms + callsOfImports + callsOfPlaces + callsOfOffices + callsOfServices
    + callsOfAccounts
    + callsOfLogins
    + callsOfCases
    + callsOfReviews
    + callsOfEvidence
    + callsOfAppeals

private let callsOfPeriods = [
    PermissionCall(
        permission: "plan_period", call: "plan_period('1401-H1', '2022-03-21', '2022-09-22', '2022-09-22')",
        isNational: true),
    PermissionCall(permission: "open_period", call: "open_period('1400-H2', 'small', 1)", isNational: true),
    PermissionCall(permission: "close_period", call: "close_period('1400-H1')", isNational: true),
    PermissionCall(permission: "reopen_period", call: "reopen_period('1399-H2', 'x')", isNational: true),
    PermissionCall(permission: "rank", call: "begin_run('1399-H2')", isNational: true),
    PermissionCall(permission: "rank", call: "store_run('1399-H2', \(key), 1, \(noHash))", isNational: true),
    PermissionCall(permission: "publish", call: "begin_publication('1399-H2', false)", isNational: true),
    PermissionCall(permission: "publish", call: "publish_period('1399-H2', '')", isNational: true),
    PermissionCall(
        permission: "publish_correction", call: "publish_correction('1399-H2', 'x', 'x', '')", isNational: true),
    PermissionCall(
        permission: "amend_facts", call: "amend_facts('1399-H2', 'G-1', 'staff', 'corrected', 8, 'x')", isNational: true
    ),
    PermissionCall(permission: "confirm_amendment", call: "confirm_amendment('1399-H2', 1)", isNational: true),
    PermissionCall(permission: "propose_scheme", call: "begin_proposal()", isNational: true),
    PermissionCall(permission: "propose_scheme", call: "propose_scheme('', '', '{}', null)", isNational: true),
    PermissionCall(permission: "confirm_scheme", call: "confirm_scheme('small', 1, null)", isNational: true),
    PermissionCall(permission: "assign_region", call: "assign_region('01', 1, 'x')", isNational: true),
    PermissionCall(permission: "name_association", call: "name_association('01', 'x')", isNational: true),
]

private let callsOfReviews = [
    PermissionCall(
        permission: "review",
        call: """
            review_items('1400-H1', 'G-1', null, '[{"criterion": "staff", "verdict": "confirmed"}]', false, null, null)
            """),
    PermissionCall(permission: "review", call: "confirm_unchanged('1400-H1', '01', null, 9)"),
    PermissionCall(permission: "approve_province", call: "approve_province('1400-H1', '01', \(noHash))"),
]

private let callsOfAppeals = [
    PermissionCall(permission: "preview_period", call: "preview_period('1399-H2')", isNational: true),
    PermissionCall(permission: "file_appeal", call: "begin_appeal('1399-H2', 'G-1')"),
    PermissionCall(
        permission: "file_appeal", call: "file_appeal('1399-H2', 'G-1', 'staff', null, 8, 'x', true, 1)"),
    PermissionCall(permission: "withdraw_appeal", call: "withdraw_appeal(1)"),
    PermissionCall(permission: "decide_appeal", call: "decide_appeal(1, 'upheld', null, 'x')"),
    PermissionCall(permission: "settle_appeals", call: "settle_appeals('1399-H2')", isNational: true),
    PermissionCall(permission: "rank", call: "weigh_appeal(1, true, 1)", isNational: true),
]

private let callsOfClock = [
    PermissionCall(
        permission: "schedule_period", call: "schedule_period('1400-H2', '{\"publishes\": \"2022-06-01\"}', null)",
        isNational: true),
    PermissionCall(
        permission: "overrule_step", call: "overrule_step('1400-H2', 'close', 'nobody_declared', '', 'x')",
        isNational: true),
    PermissionCall(permission: "confirm_overrule", call: "confirm_overrule('1399-H2', 1)", isNational: true),
    PermissionCall(
        permission: "set_window",
        call:
            "set_window('1400-H1', 'office', null, null, null, (now() at time zone 'Asia/Tehran')::date + 9, false, null)",
        isNational: true),
    PermissionCall(
        permission: "release_offices", call: "release_offices('1400-H1', '01', null, 'x', 'x')", isNational: true),
    PermissionCall(permission: "end_release", call: "end_release('1400-H1', 1, 'x')", isNational: true),
    PermissionCall(permission: "keep_clock", call: "begin_look()", isNational: true),
    PermissionCall(permission: "keep_clock", call: "begin_step('1400-H2', 'opens')", isNational: true),
    PermissionCall(permission: "keep_clock", call: "fail_step('1400-H2', 'opens', 'x', 'x', 'x')", isNational: true),
    PermissionCall(permission: "keep_clock", call: "wait_step('1400-H2', 'opens', 'x', 'x', 'x')", isNational: true),
    PermissionCall(permission: "keep_clock", call: "begin_reminder('1400-H2')", isNational: true),
    PermissionCall(permission: "keep_clock", call: "put_message('step_taken', '1400-H2', '{}')", isNational: true),
    PermissionCall(permission: "keep_clock", call: "lend_message()", isNational: true),
    PermissionCall(permission: "keep_clock", call: "settle_message(1, null)", isNational: true),
    PermissionCall(permission: "publish_head", call: "publish_head()", isNational: true),
    PermissionCall(permission: "forget_messages", call: "forget_messages()", isNational: true),
    PermissionCall(permission: "forget_requests", call: "forget_requests()", isNational: true),
    PermissionCall(permission: "forget_refused_rows", call: "forget_refused_rows()", isNational: true),
]

private let callsOfServices = [
    PermissionCall(
        permission: "set_hand_over_policy",
        call: "set_hand_over_policy('2022-01-01', 'service_code', 1, 1, 1, 1, 1, 'x')", isNational: true),
    PermissionCall(
        permission: "adopt_indicator_rules", call: "adopt_indicator_rules('1/9', 1400::integer, 1, 'x', 'x')",
        isNational: true),
    PermissionCall(permission: "publish_indicator", call: "begin_indicator_sheet()", isNational: true),
    PermissionCall(
        permission: "publish_indicator",
        call: """
            publish_indicator_sheet('A1', (select r.hash from ranking.indicator_rules r where r.item = '1/8' limit 1), '1/8', 1400, '2022-03-20', 1, 'x')
            """, isNational: true),
]

/// G-1 has not declared in 1400-H1.
private let callsOfForms = [
    PermissionCall(permission: "save_draft", call: "hold_draft('1400-H1', 'G-1')"),
    PermissionCall(permission: "save_draft", call: "save_draft('1400-H1', 'G-1', '{staff}', '{5}')"),
    PermissionCall(permission: "submit", call: "submit('1400-H1', 'G-1', 0, true)"),
    PermissionCall(permission: "withdraw", call: "withdraw('1400-H1', 'G-1', null, 0, 'x')"),
    PermissionCall(permission: "enter_score", call: "begin_score('1400-H1', 'G-1', 'association')"),
    PermissionCall(
        permission: "enter_score",
        call: "enter_score('1400-H1', 'G-1', 'association', 0, true, '{staff}', '{5}', '{9}', null)"),
]

private let callsOfImports = [
    PermissionCall(permission: "import", call: "begin_period_import('1400-H1')"),
    PermissionCall(permission: "import", call: "land_file(\(key), '{office_code}')"),
    PermissionCall(permission: "import_register", call: "check_import(\(key), 'offices', null, '2022-01-01')"),
    PermissionCall(
        permission: "import_register",
        call: "store_import(\(key), 'offices', null, '2022-01-01', 'f', \(noHash), 0, true)"),
    PermissionCall(permission: "import", call: "check_import(\(key), 'declarations', '1400-H1', '2022-01-01')"),
    PermissionCall(
        permission: "import",
        call: "store_import(\(key), 'declarations', '1400-H1', '2022-01-01', 'f', \(noHash), 0, true)"),
    PermissionCall(permission: "import_register", call: "check_import(\(key), 'contracts', null, '2022-01-01')"),
    PermissionCall(
        permission: "import_register",
        call: "store_import(\(key), 'contracts', null, '2022-01-01', 'f', \(noHash), 0, true)"),
    PermissionCall(
        permission: "import_register", call: "check_import(\(key), 'agencies', null, '2022-01-01')", isNational: true),
    PermissionCall(
        permission: "import_register",
        call: "store_import(\(key), 'agencies', null, '2022-01-01', 'f', \(noHash), 0, true)",
        isNational: true),
    PermissionCall(
        permission: "record_violations", call: "check_import(\(key), 'violations', '1400-H1', '2022-01-01')"),
    PermissionCall(permission: "import", call: "keep_refused_rows(1, '{2}', '{\"\"}', '{2}', '{x}', '{x}')"),
]

private let callsOfPlaces = [
    PermissionCall(
        permission: "add_place", call: "add_county('01', 'خمام', null, '2022-01-01', 'x')", isNational: true),
    PermissionCall(
        permission: "add_place", call: "add_city('01', 'رشت', 'پیربازار', null, '2022-01-01', 'x')", isNational: true),
    PermissionCall(
        permission: "rename_place", call: "rename_place('county', '01', null, 'رشت', 'رشت نو', '2022-01-01', 'x')",
        isNational: true),
    PermissionCall(
        permission: "split_county", call: "split_county('01', 'رشت', 'سنگر', '{سنگر}', '2022-01-01', 'x')",
        isNational: true),
]

private let callsOfOffices = [
    PermissionCall(permission: "correct_office", call: "hold_offices()"),
    PermissionCall(
        permission: "correct_office", call: "correct_office('G-1', '{\"state\": \"closed\"}', '2025-03-21', 'x')",
        elsewhere: "correct_office('T-1', '{\"state\": \"closed\"}', '2025-03-21', 'x')"),
    PermissionCall(
        permission: "register_contract", call: "register_contract('G-1', '1002', '2022-01-01', null)",
        elsewhere: "register_contract('T-1', '1002', '2022-01-01', null)",
        ofAnotherAgency: "register_contract('G-1', '2002', '2022-01-01', null)"),
    PermissionCall(
        permission: "end_contract", call: "end_contract('G-1', '1001', '2022-01-01', 'x')",
        elsewhere: "end_contract('T-1', '1001', '2022-01-01', 'x')",
        ofAnotherAgency: "end_contract('G-1', '2001', '2022-01-01', 'x')"),
]

private let callsOfEvidence = [
    PermissionCall(
        permission: "add_evidence",
        call: "add_evidence('G-1', 'staff', 'photo', '2021-09-01', null, 'a.pdf', null, '%PDF-a', false)",
        elsewhere: "add_evidence('T-1', 'staff', 'photo', '2021-09-01', null, 'a.pdf', null, '%PDF-a', false)"),
    PermissionCall(
        permission: "erase_evidence", call: "erase_evidence('G-1', 1, 'x')",
        elsewhere: "erase_evidence('T-1', 2, 'x')"),
    PermissionCall(permission: "attach_evidence", call: "support_items('1400-H1', 'G-1', '{1}')"),
]

private let callsOfAccounts = [
    PermissionCall(
        permission: "make_account", call: "make_account('new', 'new', 'auditor', '{}', null, '{}', '{}')",
        isNational: true),
    PermissionCall(
        permission: "change_role", call: "change_role('spare', 'provincial', '{01}', null, '{}', '{}', 'x')",
        isNational: true),
    PermissionCall(permission: "disable_account", call: "disable_account('office.desk', 'x')"),
    PermissionCall(permission: "enable_account", call: "enable_account('office.desk', 'x')"),
    PermissionCall(
        permission: "issue_token", call: "issue_token('spare', 'x', sha256('y'), now() + interval '1 day')",
        isNational: true),
    PermissionCall(
        permission: "issue_token", call: "issue_first_token('x', sha256('y'), now() + interval '1 day')",
        isNational: true),
    PermissionCall(
        permission: "rotate_token", call: "rotate_token(1, sha256('y'), now() + interval '1 day', null)",
        isNational: true),
    PermissionCall(permission: "confirm_token", call: "confirm_token(1)", isNational: true),
    PermissionCall(permission: "confirm_identity", call: "confirm_identity('i', 's')", isNational: true),
    PermissionCall(permission: "revoke_token", call: "revoke_token(1, 'x')", isNational: true),
    PermissionCall(permission: "link_identity", call: "link_identity('i', 't', 'spare')", isNational: true),
    PermissionCall(permission: "unlink_identity", call: "unlink_identity('i', 's', 'x')", isNational: true),
]

private let callsOfLogins = [
    PermissionCall(
        permission: "invite_account", call: "invite_account('office.desk', null, null, sha256('y'))",
        elsewhere: "invite_account('new', 'new', 'T-1', sha256('y'))"),
    PermissionCall(
        permission: "hand_over_account", call: "hand_over_account('G-1', 'new', 'new', sha256('y'))",
        elsewhere: "hand_over_account('T-1', 'new', 'new', sha256('y'))"),
    PermissionCall(permission: "withdraw_invitation", call: "withdraw_invitation('office.desk', 'x')"),
    PermissionCall(permission: "unlock_login", call: "unlock_login('office.desk', 'x')"),
]

/// Command functions that change nothing but the caller's own landing rows, requests and password, or nothing at all; and
/// those of a log-in, where nobody acts yet and a password or a secret is the proof.
let functionsWithoutPermission = [
    "accept_invitation", "begin_login", "change_password", "close_session", "open_session", "renew_password",
    "act_as", "answer_request", "begin_attempt", "begin_dry_run", "begin_request", "clear_run", "clear_staging",
    "end_attempt", "keep_findings", "make_room_for_findings", "may_keep_findings", "next_revision", "note_attempt",
    "note_kinds",
]

/// Of a committee, and of an office. Case 1 is reported, case 2 waits for the reply of G-1.
private let callsOfCases = [
    PermissionCall(
        permission: "open_case", call: "open_case('G-1', 'C-9', 'overcharging', '2021-05-01', 'x')",
        elsewhere: "open_case('T-1', 'C-9', 'overcharging', '2021-05-01', 'x')"),
    PermissionCall(
        permission: "take_case_step",
        call: "take_case_step(1, 'notice', '2021-05-02', 'x', '2021-05-09', false, null, null, null)"),
    PermissionCall(
        permission: "record_decision",
        call: "record_decision('G-1', 'C-8', 'overcharging', '2021-05-01', 'x', null, null, null)",
        elsewhere: "record_decision('T-1', 'C-8', 'overcharging', '2021-05-01', 'x', null, null, null)"),
    PermissionCall(permission: "answer_case", call: "answer_case(2, 'reply', 'x')"),
]

/// What the headquarters does not do itself.
let permissionsOfOthers = Set(callsOfCases.map(\.permission))
