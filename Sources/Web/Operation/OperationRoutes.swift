import Foundation
import HTTPTypes
import Hummingbird
import OfficeRanking
import RankingRules
import Tables

extension WebService {
    /// Routes for the operator's tools. They show nothing about accounts or offices.
    var operationRoutes: [Route] {
        [
            .get("/health") { request, _ in
                try QueryReader(request).finish()
                return status(.ok, .object([("status", .string("ok"))]))
            },
            .get("/ready") { request, _ in
                try QueryReader(request).finish()
                let state = await readiness.state()
                return status(state.isReady ? .ok : .serviceUnavailable, state.json)
            },
            .get("/openapi.yaml") { request, _ in
                try QueryReader(request).finish()
                return try Self.descriptionRead.get().response(to: request)
            },
            metricsRoute,
        ]
    }

    /// The shipped description of this API, with the kinds of file that this program takes.
    package static func description() throws -> String {
        guard let file = Bundle.module.url(forResource: "openapi", withExtension: "yaml") else {
            throw Problem.internalFault
        }
        let kinds = ImportKind.allCases.map(\.rawValue).joined(separator: ", ")
        return try String(contentsOf: file, encoding: .utf8).replacing("[every kind of file]", with: "[\(kinds)]")
    }

    /// It does not change while the program runs.
    private static let descriptionRead = Result { Rendered(try description(), "application/yaml", .moving) }

    private func status(_ status: HTTPResponse.Status, _ json: JSONValue) -> Response {
        var headers = HTTPFields()
        headers[.contentType] = Representation.json.mediaType
        headers[.cacheControl] = "no-store"
        if status == .serviceUnavailable { headers[.retryAfter] = Problem.pauseSeconds }
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: json.text + "\n")))
    }
}
