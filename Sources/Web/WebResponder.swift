import HTTPTypes
public import Hummingbird
import Logging
import RankingRules

/// The outermost handler: gives the request an id, admits it, gets the answer, adds headers, and writes one log line.
public struct WebResponder: HTTPResponder {
    public typealias Context = WebContext

    let inner: RouterResponder<WebContext>
    let settings: WebSettings
    let limits: RequestLimits
    let metrics: RequestMetrics
    let underWay: RequestsUnderWay

    public func respond(to request: Request, context: WebContext) async throws -> Response {
        let started = ContinuousClock.now
        var context = context
        context.client = settings.trustedProxies.client(peer: context.peer, request.headers)
        context.requestID = RequestID.of(request)
        context.trace = request.headers[.traceParent].flatMap(TraceParent.valid)
        context.proof = Credentials.token(of: request)
        var response = try await admitted(request, context)
        response.headers[.requestID] = context.requestID
        SecurityHeaders.add(to: &response, isSecure: settings.isSecure || context.client.isSecure)
        CrossOrigin(settings).allow(request, &response)
        let duration = ContinuousClock.now - started
        metrics.note(route: context.endpointPath, request.method, response.status.code, duration)
        log(request, response, context, duration)
        return response
    }

    private func admitted(_ request: Request, _ context: WebContext) async throws -> Response {
        var context = context
        guard underWay.enter() else {
            var response = Problem.stopping.response(requestID: context.requestID)
            response.headers[.connection] = "close"
            return response
        }
        defer { underWay.leave() }
        do {
            try HostName.check(request)
            context.admission = try limits.admit(context.client, proof: context.proof)
            guard request.uri.string.utf8.count <= settings.lineBytes else { throw Problem.addressTooLong }
        } catch let problem as Problem {
            return problem.response(requestID: context.requestID)
        }
        if let preflight = CrossOrigin(settings).preflight(request) { return preflight }
        return try await inner.respond(to: request, context: context)
    }

    /// Logs the pattern of the route instead of the path, because values may be personal.
    private func log(_ request: Request, _ response: Response, _ context: WebContext, _ duration: Duration) {
        guard context.logger.logLevel <= .info else { return }
        // `context.log` is not used: a copy of the logger for each request costs as much as the line.
        var metadata = context.metadata
        metadata["method"] = .string(request.method.rawValue)
        metadata["route"] = .string(context.endpointPath ?? "-")
        metadata["status"] = .stringConvertible(response.status.code)
        metadata["duration_us"] = .stringConvertible(duration.wholeMicroseconds)
        context.logger.info("request", metadata: metadata)
    }
}

extension Problem {
    static let addressTooLong = Problem(
        .uriTooLong, "address_too_long", "نشانی درخواست بیش از اندازه بلند است.", "The address is too long.")
}
