import HTTPTypes

extension AccessTable {
    private static let wrong = #"{"old_password": "no such sentence", "new_password": "a long sentence of mine"}"#

    /// The region invites, suspends and unlocks accounts of its own offices only. Nobody here has a password or a session.
    static let logins: [AccessQuestion] = [
        .write(.post, "/v1/invitations", nil, #"{"account": "spare"}"#, but: [.province: .hidden]),
        .write(.post, "/v1/invitations", nil, #"{"account": "office.desk"}"#, but: [.province: .done]),
        .write(
            .post, "/v1/invitations", nil, #"{"account": "new.g2", "person": "g2", "office": "G-2"}"#,
            but: [.province: .done]),
        .write(
            .post, "/v1/invitations", nil, #"{"account": "new.t1", "person": "t1", "office": "T-1"}"#,
            but: [.province: .hidden]),
        .write(
            .post, "/v1/invitations/hand-over", nil, #"{"office": "G-1", "account": "next", "person": "next"}"#,
            but: [.province: .done]),
        .write(
            .post, "/v1/invitations/hand-over", nil, #"{"office": "T-1", "account": "next.t1", "person": "next"}"#,
            but: [.province: .hidden]),
        .write(
            .post, "/v1/invitations/withdraw", nil, #"{"account": "office.desk"}"#, but: [.province: .done]),
        .write(.post, "/v1/invitations/withdraw", nil, #"{"account": "spare"}"#, but: [.province: .hidden]),
        .write(
            .post, "/v1/accounts/{account}/unlock", "/v1/accounts/office.desk/unlock", but: [.province: .done]),
        .write(.post, "/v1/accounts/{account}/unlock", "/v1/accounts/spare/unlock", but: [.province: .hidden]),
        .write(
            .post, "/v1/accounts/{account}/disable", "/v1/accounts/office.desk/disable",
            but: [.province: .done]),
        .write(
            .post, "/v1/accounts/{account}/enable", "/v1/accounts/office.desk/enable", but: [.province: .done]),
        .check(
            "/v1/sessions", #"{"account": "office.desk", "password": "no such sentence"}"#,
            type: "application/json", .other(401)),
        .check(
            "/v1/invitations/accept", #"{"secret": "invitation_1_x", "password": "a long sentence of mine"}"#,
            type: "application/json", .other(401)),
        AccessQuestion(
            method: .put, path: "/v1/me/password", uri: "/v1/me/password", body: wrong,
            answers: answeredAlike(.other(401)).merging([.system: .forbidden, .everybody: .forbidden]) { $1 }),
        AccessQuestion(
            method: .delete, path: "/v1/sessions/current", uri: "/v1/sessions/current",
            answers: answeredAlike(.hidden)),
    ]

    private static func answeredAlike(_ answer: AccessOutcome) -> [AccessRole: AccessOutcome] {
        Dictionary(uniqueKeysWithValues: AccessRole.allCases.map { ($0, answer) })
    }
}
