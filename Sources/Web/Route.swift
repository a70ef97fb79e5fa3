import HTTPTypes
import Hummingbird

/// One method on one path, with its handler.
struct Route: Sendable {
    let method: HTTPRequest.Method
    /// The path as the description writes it: `/v1/publications/{period}`.
    let path: String
    /// True if GET sends rows while it reads them. HEAD then sends only the head and reads no row.
    var isStreamed = false
    /// The members of its JSON body; nil if it takes none.
    var members: [MemberName]?
    let respond: @Sendable (Request, WebContext) async throws -> Response

    static func get(
        _ path: String, _ respond: @escaping @Sendable (Request, WebContext) async throws -> Response
    ) -> Route {
        Route(method: .get, path: path, respond: respond)
    }

    /// A route for a table whose length is unknown before it is read.
    static func streamed(
        _ path: String, _ respond: @escaping @Sendable (Request, WebContext) async throws -> Response
    ) -> Route {
        Route(method: .get, path: path, isStreamed: true, respond: respond)
    }
}

/// The routes of the service. Each path answers every method.
struct RouteTable {
    private let routes: [Route]

    init(_ routes: [Route]) {
        self.routes = routes
    }

    /// If a path exists only for other methods, the answer lists these.
    func register(on router: Router<WebContext>) {
        for (path, routes) in Dictionary(grouping: routes, by: \.path) {
            let known = Dictionary(uniqueKeysWithValues: routes.map { ($0.method, $0) })
            let allowed = Self.allowed(known.keys)
            for method in Self.methods {
                router.on(RouterPath(path), method: method) { request, context in
                    if let route = known[method] { return try await route.respond(request, context) }
                    guard method == .head, let route = known[.get] else {
                        throw Problem.methodNotAllowed(allowed)
                    }
                    let response = try await route.respond(request, context)
                    return route.isStreamed ? response : response.createHeadResponse()
                }
            }
        }
    }

    private static func allowed(_ methods: some Sequence<HTTPRequest.Method>) -> String {
        let names = methods.flatMap { $0 == .get ? ["GET", "HEAD"] : [$0.rawValue] }
        return names.sorted().joined(separator: ", ")
    }

    private static let methods: [HTTPRequest.Method] = [
        .get, .head, .post, .put, .patch, .delete, .options, .trace, .connect, .query,
    ]
}
