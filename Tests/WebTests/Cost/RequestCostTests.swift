import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestDatabase
import TestDescription
import Testing

@testable import Web

@Suite("The cost of one request")
struct RequestCostTests {
    /// Bytes of an answer that refuses.
    private static let largestRefusal = 64 << 10
    /// A guard against what never ends; the cost itself is bounded by counts and lengths.
    private static let longest = Duration.seconds(120)

    @Test("every route refuses a hostile query quickly and briefly")
    func queries() async throws {
        try await refuses { HostileRequest.queries(of: $0) }
    }

    @Test("every route refuses a hostile body quickly and briefly")
    func bodies() async throws {
        try await refuses { HostileRequest.bodies(of: $0) }
    }

    @Test("every route answers hostile headers quickly, or refuses them briefly")
    func headers() async throws {
        try await refuses(always: false) { HostileRequest.headers(of: $0) }
    }

    /// - Parameter always: whether nothing of it can be done.
    private func refuses(
        always: Bool = true, _ requests: @escaping @Sendable (DescribedOperation) -> [HostileRequest]
    ) async throws {
        try await WebFixture.with { fixture in
            let visitor = try await fixture.visitor()
            let application = Application(responder: fixture.service.responder(), logger: TestDatabase.logger)
            try await application.test(.router) { client in
                for operation in try DescribedOperation.all() {
                    for request in requests(operation) {
                        let started = ContinuousClock.now
                        let answer = try await client.execute(
                            uri: operation.address(request), method: operation.method,
                            headers: visitor.headers(operation, request), body: ByteBuffer(string: request.body))
                        let (took, status) = (ContinuousClock.now - started, answer.status.code)
                        let what = "\(operation): \(request.name): \(status) \(answer.text.prefix(200))"
                        #expect(took < Self.longest, "\(what)")
                        #expect(status < 500 && (status >= 400 || !always), "\(what)")
                        if status >= 400 {
                            #expect(answer.body.readableBytes <= Self.largestRefusal, "\(what)")
                        }
                    }
                }
            }
        }
    }
}

extension DescribedOperation {
    /// Its address with the query of a request, or with what else it needs to reach its body.
    fileprivate func address(_ request: HostileRequest) -> String {
        if !request.query.isEmpty { return "\(address())?\(request.query)" }
        switch path {
        case "/v1/place-imports": return "\(address())?reason=x"
        case "/v1/imports" where method == .post: return "\(address())?kind=offices"
        default: return address()
        }
    }
}

extension Visitor {
    fileprivate func headers(_ operation: DescribedOperation, _ request: HostileRequest) -> HTTPFields {
        var headers: HTTPFields = [.authorization: "Bearer \(token)"]
        if operation.isWrite { headers[.idempotencyKey] = UUID().uuidString }
        headers[.contentType] = operation.mediaType
        for field in request.headers { headers[field.name] = field.value }
        return headers
    }
}
