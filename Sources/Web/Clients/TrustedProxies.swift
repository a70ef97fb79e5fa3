import HTTPTypes

/// The proxies whose headers about the client are trusted. The headers of other senders are ignored.
public struct TrustedProxies: Sendable {
    private var networks: [Network] = []
    private var trustsUnixSocket = false

    /// Trusts no proxy.
    public init() {}

    /// Reads networks such as `10.0.0.0/8`, addresses, and `unix` for every client of the Unix socket; nil if one of
    /// them is anything else.
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

    /// The nearest address that is not a trusted proxy's. `X-Forwarded-For` is read from its end, because the client
    /// itself may have written everything before the last trusted proxy's entry.
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

    /// True if a proxy passed the request on, trusted or not: proxies use several headers for this.
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
