import Answers
import Foundation
import HTTPTypes
import Hummingbird
import RankingRules

extension WebService {
    /// For the operator's own tools; nothing here tells about anybody.
    var operationRoutes: [Route] {
        [
            .get("/health") { request, _ in
                try QueryReader(request).finish()
                return status(.ok, .object([("status", .string("ok"))]))
            },
            .get("/ready") { request, _ in
                try QueryReader(request).finish()
                return await readiness()
            },
            .get("/openapi.yaml") { request, _ in
                try QueryReader(request).finish()
                return Rendered(try Self.description(), "application/yaml", .moving).response(to: request)
            },
            metricsRoute,
        ]
    }

    /// The description of this API as it is shipped.
    static func description() throws -> String {
        guard let file = Bundle.module.url(forResource: "openapi", withExtension: "yaml") else {
            throw Problem.internalFault
        }
        return try String(contentsOf: file, encoding: .utf8)
    }

    private func readiness() async -> Response {
        var faults: [(String, LocalizedText?)] = []
        for check in settings.readinessChecks { faults.append((check.name, await check.fault())) }
        let isReady = faults.allSatisfy { $0.1 == nil }
        let checks = faults.map { name, fault in
            JSONValue.object([
                ("name", .string(name)), ("is_well", .bool(fault == nil)),
                ("fault", fault.map { .string($0.persian) } ?? .null),
                ("fault_en", fault.map { .string($0.english) } ?? .null),
            ])
        }
        return status(
            isReady ? .ok : .serviceUnavailable,
            .object([("status", .string(isReady ? "ready" : "not_ready")), ("checks", .array(checks))]))
    }

    private func status(_ status: HTTPResponse.Status, _ json: JSONValue) -> Response {
        var headers = HTTPFields()
        headers[.contentType] = Representation.json.mediaType
        headers[.cacheControl] = "no-store"
        if status == .serviceUnavailable { headers[.retryAfter] = Problem.pauseSeconds }
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: json.text + "\n")))
    }
}
