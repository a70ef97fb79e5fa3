import HTTPTypes
import Hummingbird
import HummingbirdTesting
import RankingRules
import Testing

@testable import Web

@Suite("What the operator's monitoring reads")
struct MetricsTests {
    @Test("requests are counted by pattern, method and status, and never by what stands in the path")
    func counted() async throws {
        var settings = WebSettings()
        settings.gauges = [{ [Measure("extra", "A number of the program.", [(labels: [("a", "\"")], value: 7)])] }]
        try await WebFixture.with(settings) { fixture in
            try await fixture.publish()
            for _ in 1...3 { _ = try await fixture.get("/v1/publications/1400-H1/offices?province=01") }
            _ = try await fixture.get("/v1/publications/1399-H1/offices")
            _ = try await fixture.get("/nowhere", method: .post)
            let answer = try await fixture.get("/metrics")
            #expect(answer.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
            let lines = answer.text.split(separator: "\n").map(String.init)
            let route = #"route="/v1/publications/{period}/offices",method="GET""#
            #expect(lines.contains("pishkhan_requests_total{\(route),status=\"200\"} 3"))
            #expect(lines.contains("pishkhan_requests_total{\(route),status=\"404\"} 1"))
            #expect(lines.contains(#"pishkhan_requests_total{route="NotFound",method="POST",status="404"} 1"#))
            #expect(lines.contains("pishkhan_request_duration_seconds_bucket{\(route),le=\"+Inf\"} 4"))
            #expect(lines.contains("pishkhan_request_duration_seconds_count{\(route)} 4"))
            #expect(lines.contains("pishkhan_published_hits_total 2"))
            #expect(lines.contains(#"extra{a="\""} 7"#))
            #expect(!answer.text.contains("1399"))
        }
    }

    @Test("metrics are closed to requests through a proxy, and to everybody if set so")
    func closed() async throws {
        try await WebFixture.with { fixture in
            #expect(try await fixture.get("/metrics").status == .ok)
            let passedOn = try await fixture.get("/metrics", headers: [.xForwardedFor: "127.0.0.1"])
            #expect(passedOn.status == .forbidden && passedOn.code == "metrics_closed")
            for mark in ["X-Real-IP", "Via", "X-Forwarded-Host", "Forwarded", "CF-Connecting-IP", "True-Client-IP"] {
                let name = try #require(HTTPField.Name(mark))
                #expect(try await fixture.get("/metrics", headers: [name: "127.0.0.1"]).status == .forbidden, "\(mark)")
            }
        }
        var settings = WebSettings()
        settings.metricsReaders = .nobody
        try await WebFixture.with(settings) { fixture in
            let answer = try await fixture.get("/metrics")
            #expect(answer.status == .forbidden)
        }
    }

    @Test("metrics with a token are open from anywhere to requests with that token")
    func token() async throws {
        var settings = WebSettings()
        settings.metricsReaders = .token { "a secret of the operator" }
        try await WebFixture.with(settings) { fixture in
            #expect(try await fixture.get("/metrics").code == "credentials_missing")
            let wrong = try await fixture.get("/metrics", headers: [.authorization: "Bearer a secret"])
            #expect(wrong.status == .unauthorized && wrong.code == "token_unknown")
            let right = try await fixture.get(
                "/metrics", headers: [.authorization: "Bearer a secret of the operator", .xForwardedFor: "192.0.2.1"])
            #expect(right.status == .ok)
        }
    }

    @Test(
        "metrics write microseconds as exact seconds",
        arguments: [(0, "0"), (1, "0.000001"), (2_500, "0.0025"), (1_000_000, "1"), (10_050_000, "10.05")])
    func seconds(microseconds: Int, text: String) {
        #expect(Measure.seconds(microseconds) == text)
    }

    @Test("a stopping program refuses new requests and closes their connections")
    func stopping() async throws {
        try await WebFixture.with { fixture in
            fixture.service.underWay.stop()
            let answer = try await fixture.get("/health")
            #expect(answer.status == .serviceUnavailable && answer.code == "stopping")
            #expect(answer.headers[.retryAfter] == "2" && answer.headers[.connection] == "close")
            await fixture.service.underWay.end()
        }
    }

    @Test("a request with an address that is too long is refused")
    func longAddress() async throws {
        var settings = WebSettings()
        settings.lineBytes = 300
        try await WebFixture.with(settings) { fixture in
            let padding = 300 - "/health?a=".utf8.count
            #expect(try await fixture.get("/health?a=" + String(repeating: "b", count: padding)).status != .uriTooLong)
            let long = try await fixture.get("/health?a=" + String(repeating: "b", count: padding + 1))
            #expect(long.status == .uriTooLong && long.code == "address_too_long")
        }
    }
}
