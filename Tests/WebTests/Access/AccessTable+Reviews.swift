import HTTPTypes

/// Questions about reviews and approvals. 1401-H1 is open again; G-2 was declared there by the province's account.
extension AccessTable {
    static let reviews: [AccessQuestion] = [
        .get(
            "/v1/periods/{period}/reviews", "/v1/periods/1401-H1/reviews",
            but: [.agency: .forbidden, .office: .done]),
        .write(
            .post, "/v1/periods/{period}/reviews/{office}", "/v1/periods/1401-H1/reviews/G-2",
            but: [.reviewer: .done]),
        // The reviewers of Gilan do not see it, and the headquarters finds nothing said.
        .write(
            .post, "/v1/periods/{period}/reviews/{office}", "/v1/periods/1401-H1/reviews/T-1", nil, .unknown,
            but: [.reviewer: .hidden, .group: .hidden]),
        .write(
            .post, "/v1/periods/{period}/bulk-confirmation", "/v1/periods/1401-H1/bulk-confirmation",
            but: [.reviewer: .done]),
        .get("/v1/periods/{period}/approvals", "/v1/periods/1401-H1/approvals", but: [.agency: .forbidden]),
        .get(
            "/v1/periods/{period}/approvals/{province}", "/v1/periods/1401-H1/approvals/23",
            but: [.province: .forbidden, .agency: .forbidden]),
        // The operator has submitted facts of Gilan, and the digest is not that of its facts.
        .write(
            .post, "/v1/periods/{period}/approvals/{province}", "/v1/periods/1401-H1/approvals/01", nil, .unknown,
            but: [.group: .other(409)]),
    ]
}
