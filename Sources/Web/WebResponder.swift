import HTTPTypes
public import Hummingbird
import Logging

/// The outermost part: names the request, has it answered, guards the answer by headers, and writes one log line.
public struct WebResponder: HTTPResponder {
    public typealias Context = WebContext

    let inner: RouterResponder<WebContext>
    let settings: WebSettings

    public func respond(to request: Request, context: WebContext) async throws -> Response {
        let started = ContinuousClock.now
        var context = context
        context.requestID = RequestName.of(request)
        context.logger[metadataKey: "request_id"] = "\(context.requestID)"
        context.logger[metadataKey: "hb.request.id"] = nil
        if let trace = request.headers[.traceParent] { context.logger[metadataKey: "traceparent"] = "\(trace)" }
        var response: Response
        if let preflight = CrossOrigin(settings).preflight(request) {
            response = preflight
        } else {
            response = try await inner.respond(to: request, context: context)
        }
        response.headers[.requestID] = context.requestID
        SecurityHeaders.add(to: &response, isSecure: settings.isSecure)
        CrossOrigin(settings).allow(request, &response)
        log(request, response, context, ContinuousClock.now - started)
        return response
    }

    /// The pattern of the route instead of the path, since values may be personal.
    private func log(_ request: Request, _ response: Response, _ context: WebContext, _ duration: Duration) {
        context.logger.info(
            "request",
            metadata: [
                "method": "\(request.method.rawValue)", "route": "\(context.endpointPath ?? "-")",
                "status": .stringConvertible(response.status.code),
                "duration_us": .stringConvertible(Int(duration / .microseconds(1))),
            ])
    }
}
