import HTTPTypes
import Hummingbird

/// The host that a request names: exactly one (RFC 9112, 3.2).
enum HostName {
    static func check(_ request: Request) throws {
        // The first one is the authority; what is left among the fields is a second one.
        guard let host = request.head.authority, !host.isEmpty, request.headers[.host] == nil else {
            throw Problem.hostUnclear
        }
    }

    /// Whether the request is meant for this machine by a name that only programs on it use. A proxy that hides itself
    /// passes on the name that the world asked for.
    static func isOfThisMachine(_ request: Request) -> Bool {
        guard let host = request.head.authority?.lowercased() else { return false }
        let name =
            host.hasPrefix("[") ? String(host.dropFirst().prefix { $0 != "]" }) : String(host.prefix { $0 != ":" })
        return name == "localhost" || NetworkAddress(name)?.isLoopback == true
    }
}

extension Problem {
    static let hostUnclear = Problem(
        .badRequest, "host_unclear", "درخواست باید درست یک سرایند Host داشته باشد.",
        "A request needs exactly one Host header.")
}
