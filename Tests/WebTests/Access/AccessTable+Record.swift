import HTTPTypes

extension AccessTable {
    /// Heads, receipts, the export and the record of an office. The first act is the headquarters'.
    static let recordProofs: [AccessQuestion] = [
        .write(.post, "/v1/record/heads", but: [.system: .done]),
        .open("/v1/record/heads"),
        .get(
            "/v1/acts/{act}/receipt", "/v1/acts/1/receipt",
            but: [
                // Nobody has published a head for them.
                .auditor: .other(409),
                .province: .hidden, .agency: .hidden, .system: .hidden, .reviewer: .hidden, .group: .hidden,
            ]),
        .get(
            "/v1/record/export",
            but: [
                .province: .forbidden, .agency: .forbidden, .system: .forbidden, .reviewer: .forbidden,
                .group: .forbidden,
            ]),
        .get(
            "/v1/offices/{office}/acts", "/v1/offices/G-1/acts",
            but: [
                .office: .done, .province: .hidden, .agency: .hidden, .system: .hidden, .reviewer: .hidden,
                .group: .hidden,
            ]),
        .get(
            "/v1/offices/{office}/acts", "/v1/offices/T-1/acts",
            but: [
                .province: .hidden, .agency: .hidden, .system: .hidden, .reviewer: .hidden, .group: .hidden,
            ]),
    ]
}
