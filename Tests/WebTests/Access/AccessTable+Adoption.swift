import HTTPTypes
import TestDatabase

extension AccessTable {
    /// Scheme small@2 is proposed by the headquarters; nobody else than readers of unpublished results sees it before
    /// another person confirms it.
    static let adoption: [AccessQuestion] = [
        .get(
            "/v1/schemes/{code}/{version}/difference", "/v1/schemes/small/1/difference?from=small@1"),
        .get(
            "/v1/schemes/{code}/{version}/difference", "/v1/schemes/small/2/difference", but: [.agency: .hidden]),
        .get(
            "/v1/schemes/{code}/{version}/simulation", "/v1/schemes/small/2/simulation", but: [.agency: .hidden]),
        // Whoever proposed it does not confirm it.
        .write(
            .post, "/v1/schemes/{code}/{version}/confirmation", "/v1/schemes/small/2/confirmation", nil, .forbidden),
    ]
}
