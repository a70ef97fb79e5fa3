import HTTPTypes

extension AccessTable {
    /// 1399-H2 and 1401-H1 have a scheme without appeals; there is no appeal 1.
    static let appeals: [AccessQuestion] = [
        .get("/v1/periods/{period}/appeals", "/v1/periods/1399-H2/appeals", .rows(0)),
        .write(
            .post, "/v1/periods/{period}/appeals", "/v1/periods/1399-H2/appeals", nil, .forbidden,
            but: [.office: .other(409)]),
        .write(
            .post, "/v1/periods/{period}/appeals/settlement", "/v1/periods/1399-H2/appeals/settlement",
            but: [.system: .done]),
        .get("/v1/appeals/{number}", "/v1/appeals/1", .hidden),
        .write(.post, "/v1/appeals/{number}/decision", "/v1/appeals/1/decision", nil, .hidden, but: [.group: .hidden]),
        .write(
            .post, "/v1/appeals/{number}/withdrawal", "/v1/appeals/1/withdrawal", nil, .forbidden,
            but: [.office: .hidden]),
        // It is open again by now.
        .write(.post, "/v1/periods/{period}/preview", "/v1/periods/1401-H1/preview", nil, .other(409)),
        .open("/v1/publications/{period}/appeals", "/v1/publications/1400-H1/appeals"),
    ]
}
