import HTTPTypes

/// Declarations and scores by form. G-1 has a declaration of the headquarters in 1401-H1, which is open; the small scheme
/// has no other source.
extension AccessTable {
    static let forms: [AccessQuestion] = [
        .get(
            "/v1/periods/{period}/declarations/{office}", "/v1/periods/1401-H1/declarations/G-1",
            but: [
                .office: .done, .committee: .forbidden, .association: .forbidden, .agency: .forbidden,
                .everybody: .forbidden,
            ]),
        .get(
            "/v1/periods/{period}/declarations/{office}", "/v1/periods/1401-H1/declarations/T-1",
            but: [
                .province: .hidden, .office: .hidden, .committee: .forbidden, .association: .forbidden,
                .agency: .forbidden, .everybody: .forbidden,
            ]),
        .write(
            .patch, "/v1/periods/{period}/declarations/{office}", "/v1/periods/1401-H1/declarations/G-1",
            but: [.province: .done, .office: .done]),
        .write(
            .patch, "/v1/periods/{period}/declarations/{office}", "/v1/periods/1401-H1/declarations/T-1",
            but: [.province: .hidden, .office: .hidden, .association: .hidden, .reviewer: .hidden]),
        .write(
            .post, "/v1/periods/{period}/declarations/{office}/submission",
            "/v1/periods/1401-H1/declarations/G-1/submission", #"{"based_on": 1}"#,
            but: [.province: .done, .office: .done]),
        .write(
            .post, "/v1/periods/{period}/declarations/{office}/withdrawal",
            "/v1/periods/1401-H1/declarations/G-1/withdrawal", #"{"based_on": 2, "reason": "x"}"#,
            but: [.province: .done, .office: .done]),
        .get(
            "/v1/periods/{period}/declarations/{office}/offers", "/v1/periods/1401-H1/declarations/G-1/offers",
            .rows(1),
            but: [
                .office: .rows(1), .reviewer: .forbidden, .group: .forbidden, .committee: .forbidden,
                .association: .forbidden, .agency: .forbidden, .auditor: .forbidden, .system: .forbidden,
                .everybody: .forbidden,
            ]),
        .get(
            "/v1/periods/{period}/scores/{source}/{office}", "/v1/periods/1401-H1/scores/association/G-1", .unknown),
        .write(
            .put, "/v1/periods/{period}/scores/{source}/{office}", "/v1/periods/1401-H1/scores/association/G-1", nil,
            .unknown,
            but: [.province: .unknown, .office: .unknown, .association: .unknown, .reviewer: .unknown]),
        .write(
            .post, "/v1/periods/{period}/scores/{source}/{office}/withdrawal",
            "/v1/periods/1401-H1/scores/association/G-1/withdrawal", nil, .unknown,
            but: [.province: .unknown, .office: .unknown, .association: .unknown, .reviewer: .unknown]),
    ]
}
