import HTTPTypes
import Hummingbird

/// The one host that a request names (RFC 9112, 3.2).
enum HostName {
    static func check(_ request: Request) throws {
        // The first Host field is the authority. A field that is left is a second one.
        guard let host = request.head.authority, !host.isEmpty, request.headers[.host] == nil else {
            throw Problem.hostUnclear
        }
    }

    /// True if the host is a name of this machine that only local programs use. A proxy without forwarding headers
    /// passes on the public name.
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
