import HTTPTypes

/// The proxies whose word about the client counts; everybody else's headers about it are only text.
public struct TrustedProxies: Sendable {
    private var networks: [Network] = []
    private var trustsUnixSocket = false

    /// Nobody is trusted.
    public init() {}

    /// Networks such as `10.0.0.0/8`, addresses, and `unix` for whoever comes through the Unix socket; nil when one of
    /// them is something else.
    public init?(_ texts: [String]) {
        for text in texts {
            if text == "unix" {
                trustsUnixSocket = true
            } else if let network = Network(text) {
                networks.append(network)
            } else {
                return nil
            }
        }
    }

    /// The nearest address that is not a trusted proxy's. A list in `X-Forwarded-For` is read from its end, since what
    /// stands before the last word of a trusted proxy may have been written by the client itself.
    /// - Parameter peer: address of the connection; nil on a Unix socket.
    func client(peer: NetworkAddress?, _ headers: HTTPFields) -> Client {
        var client = Client(address: peer)
        guard peer.map(isTrusted) ?? trustsUnixSocket else { return client }
        client.isSecure = Self.list(headers, .xForwardedProto).last == "https"
        for text in Self.list(headers, .xForwardedFor).reversed() {
            guard let address = NetworkAddress(text) else { break }
            client.address = address
            if !isTrusted(address) { break }
        }
        return client
    }

    private func isTrusted(_ address: NetworkAddress) -> Bool {
        networks.contains { $0.contains(address) }
    }

    /// Whether somebody passed the request on, trusted or not: proxies say so by many names.
    static func isForwarded(_ headers: HTTPFields) -> Bool {
        headers.contains { field in
            let name = field.name.canonicalName
            return name.hasPrefix("x-forwarded") || marksOfProxies.contains(name)
        }
    }

    private static let marksOfProxies: Set<String> = [
        "forwarded", "via", "x-real-ip", "x-client-ip", "x-cluster-client-ip", "x-original-forwarded-for",
        "x-proxyuser-ip", "x-envoy-external-address", "true-client-ip", "cf-connecting-ip", "cf-ray",
        "fastly-client-ip", "cdn-loop",
    ]

    private static func list(_ headers: HTTPFields, _ name: HTTPField.Name) -> [String] {
        headers[values: name].joined(separator: ",").split(separator: ",")
            .map { String($0.drop { $0 == " " }.prefix { $0 != " " }) }
    }
}
