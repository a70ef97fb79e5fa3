import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestDatabase
import Testing

@testable import Web

@Suite("The host that a request names")
struct HostTests {
    private func request(_ authority: String?, _ headers: HTTPFields = [:]) -> Request {
        Request(
            head: .init(method: .get, scheme: "http", authority: authority, path: "/metrics", headerFields: headers),
            body: .init(buffer: ByteBuffer()))
    }

    @Test("a request without a host, or with two, is refused")
    func one() throws {
        try HostName.check(request("example.ir"))
        #expect(throws: Problem.self) { try HostName.check(request(nil)) }
        #expect(throws: Problem.self) { try HostName.check(request("")) }
        let second = try #require(HTTPField.Name("Host"))
        let refused = #expect(throws: Problem.self) { try HostName.check(request("a", [second: "a"])) }
        #expect(refused?.status == .badRequest && refused?.code == "host_unclear")
    }

    @Test(
        "only the names of this machine count as local hosts",
        arguments: [
            ("localhost", true), ("LOCALHOST:8080", true), ("127.0.0.1:8080", true), ("[::1]:80", true),
            ("127.1.2.3", true), ("ranking.example.ir", false), ("10.0.0.1", false), ("[2001:db8::1]", false),
            ("localhost.example.ir", false),
        ])
    func local(host: String, isLocal: Bool) {
        #expect(HostName.isOfThisMachine(request(host)) == isLocal)
    }
}
