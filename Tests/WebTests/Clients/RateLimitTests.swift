import HTTPTypes
import HummingbirdTesting
import OfficeRanking
import Testing

@testable import Web

@Suite("How often one client may ask")
struct RateLimitTests {
    private let start = ContinuousClock.now

    @Test("a rate limit allows its burst at once, then one request per interval")
    func burst() {
        var clients = LimitedClients<String>(RateLimit(burst: 3, onceEvery: .seconds(10)))
        for _ in 1...3 { #expect(clients.take("a", at: start) == nil) }
        #expect(clients.take("a", at: start) == .seconds(10))
        #expect(clients.take("b", at: start) == nil)
        #expect(clients.take("a", at: start + .seconds(9)) == .seconds(1))
        #expect(clients.take("a", at: start + .seconds(10)) == nil)
        #expect(clients.take("a", at: start + .seconds(10)) == .seconds(10))
        for _ in 1...3 { #expect(clients.take("a", at: start + .seconds(100)) == nil) }
        #expect(clients.take("a", at: start + .seconds(100)) != nil)
    }

    @Test("a request given back to a rate limit may be made again")
    func givenBack() {
        var clients = LimitedClients<String>(RateLimit(burst: 1, onceEvery: .seconds(10)))
        #expect(clients.take("a", at: start) == nil)
        clients.giveBack("a")
        #expect(clients.take("a", at: start) == nil)
        #expect(clients.take("a", at: start) == .seconds(10))
    }

    @Test("a rate limit forgets clients with their whole burst left")
    func forgotten() {
        var clients = LimitedClients<Int>(RateLimit(burst: 2, onceEvery: .milliseconds(1)))
        for client in 0..<10_000 { _ = clients.take(client, at: start + .milliseconds(client)) }
        #expect(clients.count < 1_100)
    }

    @Test("a request over the rate limit gets 429 with Retry-After, for its own address only")
    func overHTTP() async throws {
        var settings = WebSettings()
        settings.requestRate = RateLimit(burst: 2, onceEvery: .seconds(3_600))
        settings.failureRate = RateLimit(burst: 1, onceEvery: .seconds(3_600))
        settings.trustedProxies = try #require(TrustedProxies(["unix"]))
        try await WebFixture.with(settings) { fixture in
            func ask(_ address: String, _ path: String = "/health", token: String? = nil) async throws -> TestResponse {
                var headers: HTTPFields = [.xForwardedFor: address]
                if let token { headers[.authorization] = "Bearer \(token)" }
                return try await fixture.get(path, headers: headers)
            }
            #expect(try await ask("192.0.2.1").status == .ok)
            #expect(try await ask("192.0.2.1").status == .ok)
            let refused = try await ask("192.0.2.1")
            #expect(refused.status == .tooManyRequests && refused.code == "too_many_requests")
            let wait = try #require(refused.headers[.retryAfter].flatMap { Int($0) })
            #expect((3_000...3_600).contains(wait) && refused.headers[.requestID] != nil)
            #expect(try await ask("192.0.2.2", "/v1/me", token: "pishkhan_1_x").status == .unauthorized)
            let closed = try await ask("192.0.2.2", "/v1/me", token: "pishkhan_1_y")
            #expect(closed.status == .tooManyRequests && closed.code == "too_many_failures")
            let token = try await fixture.visitor().token
            #expect(try await ask("192.0.2.2", "/v1/me", token: token).status == .ok)
            #expect(try await ask("2001:db8::1").status == .ok)
            #expect(try await ask("2001:db8::2").status == .ok)
            #expect(try await ask("2001:db8::3").status == .tooManyRequests)
        }
    }
}
