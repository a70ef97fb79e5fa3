import HTTPTypes

/// Violation cases: case 1 of the committee is of G-1.
extension AccessTable {
    static let cases: [AccessQuestion] = [
        .get("/v1/cases", nil, .rows(1), but: readers(.rows(1))),
        .get("/v1/cases/{number}", "/v1/cases/1", but: readers(.done)),
        .get("/v1/sanctions", nil, .rows(0), but: readers(.rows(0))),
        .write(.post, "/v1/cases", nil, nil, .forbidden, but: [.committee: .done]),
        .write(
            .post, "/v1/cases", nil,
            #"{"office": "T-1", "number": "1400/3", "kind": "overcharging", "text": "x", "day": "1400-02-01"}"#,
            .forbidden, but: [.committee: .hidden]),
        // There is no notice yet.
        .write(
            .post, "/v1/cases/{number}/steps", "/v1/cases/1/steps", #"{"step": "reply", "text": "x"}"#, .forbidden,
            but: [.office: .unknown]),
        .write(.post, "/v1/cases/{number}/steps", "/v1/cases/1/steps", nil, .forbidden, but: [.committee: .done]),
        .write(.post, "/v1/decisions", nil, nil, .forbidden, but: [.committee: .done]),
    ]

    /// The committee, the region's people and the accused office read as the headquarters do, others nothing.
    private static func readers(_ outcome: AccessOutcome) -> [AccessRole: AccessOutcome] {
        [
            .committee: outcome, .office: outcome, .reviewer: outcome, .group: outcome,
            .province: .forbidden, .agency: .forbidden, .system: .forbidden,
        ]
    }
}
