import HTTPTypes
import TestDatabase

extension AccessTable {
    /// The headquarters has proposed scheme small@2; where another role asks, nobody has.
    static let adoption: [AccessQuestion] = [
        .get(
            "/v1/schemes/{code}/{version}/difference", "/v1/schemes/small/1/difference?from=small@1"),
        .get("/v1/schemes/{code}/{version}/difference", "/v1/schemes/small/2/difference", but: unknownToOthers),
        .get("/v1/schemes/{code}/{version}/simulation", "/v1/schemes/small/2/simulation", but: unknownToOthers),
        // Whoever proposed it does not confirm it.
        .write(
            .post, "/v1/schemes/{code}/{version}/confirmation", "/v1/schemes/small/2/confirmation", nil, .forbidden),
    ]

    private static let unknownToOthers: [AccessRole: AccessOutcome] = [
        .province: .hidden, .agency: .hidden, .auditor: .hidden, .system: .hidden,
    ]
}
