import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

@Suite("Who the client behind a proxy is")
struct TrustedProxiesTests {
    private static let proxies = TrustedProxies(["10.0.0.0/8", "2001:db8::/32"])

    @Test(
        "only a trusted proxy's list counts, and of it the last address that is no trusted proxy",
        arguments: [
            ("203.0.113.9", "198.51.100.1", "203.0.113.9"), ("10.1.1.1", "198.51.100.1", "198.51.100.1"),
            ("10.1.1.1", "1.1.1.1, 198.51.100.1", "198.51.100.1"),
            ("10.1.1.1", "1.1.1.1, 198.51.100.1, 10.2.2.2", "198.51.100.1"),
            ("10.1.1.1", "10.3.3.3, 10.2.2.2", "10.3.3.3"), ("10.1.1.1", "198.51.100.1, nonsense", "10.1.1.1"),
            ("10.1.1.1", "", "10.1.1.1"), ("::ffff:10.1.1.1", "198.51.100.1:4711", "198.51.100.1"),
            ("2001:db8::5", "[2001:db9::7]:80", "2001:db9::7"), ("11.0.0.1", "198.51.100.1", "11.0.0.1"),
        ])
    func client(peer: String, forwarded: String, expected: String) throws {
        let proxies = try #require(Self.proxies)
        let headers: HTTPFields = [.xForwardedFor: forwarded, .xForwardedProto: "https"]
        let client = proxies.client(peer: NetworkAddress(peer), headers)
        #expect(client.address == NetworkAddress(expected))
        #expect(TrustedProxies.isForwarded(headers))
        #expect(client.isSecure == (peer.contains("10.1") || peer.hasPrefix("2001:db8")))
    }

    @Test("a client on the Unix socket is trusted only if set so")
    func unixSocket() throws {
        let headers: HTTPFields = [.xForwardedFor: "198.51.100.1"]
        #expect(TrustedProxies().client(peer: nil, headers).address == nil)
        let trusting = try #require(TrustedProxies(["unix"]))
        #expect(trusting.client(peer: nil, headers).address == NetworkAddress("198.51.100.1"))
    }

    @Test("a list of proxies with an invalid address is refused", arguments: ["10.0.0.0/33", "a", "10.0.0", "::/129"])
    func refused(text: String) {
        #expect(TrustedProxies([text]) == nil)
    }

    @Test("a network of trusted proxies ends at its last bit")
    func edges() throws {
        let network = try #require(Network("192.0.2.128/25"))
        let places = ["192.0.2.127", "192.0.2.128", "192.0.2.255", "192.0.3.0"].compactMap { NetworkAddress($0) }
        #expect(places.map(network.contains) == [false, true, true, false])
        let everyone = try #require(Network("0.0.0.0/0"))
        #expect(places.allSatisfy(everyone.contains))
    }

    @Test("HSTS is sent when a trusted proxy says TLS, and not when a client says so itself")
    func strictTransport() async throws {
        var settings = WebSettings()
        let headers: HTTPFields = [.xForwardedProto: "https"]
        try await WebFixture.with(settings) { fixture in
            let claimed = try await fixture.get("/health", headers: headers)
            #expect(claimed.headers[.strictTransportSecurity] == nil)
        }
        settings.trustedProxies = try #require(TrustedProxies(["unix"]))
        try await WebFixture.with(settings) { fixture in
            let secure = try await fixture.get("/health", headers: headers)
            #expect(secure.headers[.strictTransportSecurity] != nil)
            let plain = try await fixture.get("/health")
            #expect(plain.headers[.strictTransportSecurity] == nil)
        }
    }
}
