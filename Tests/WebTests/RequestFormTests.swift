import HTTPTypes
import Hummingbird
import HummingbirdTesting
import OfficeRanking
import RankingRules
import TestDatabase
import Testing

@testable import Web

@Suite("The form of requests and answers")
struct RequestFormTests {
    @Test("an unknown path, a wrong method and an unsupported form are problems with a code")
    func problems() async throws {
        try await WebFixture.with { fixture in
            let missing = try await fixture.get("/v1/nothing")
            #expect(missing.status == .notFound && missing.code == "not_found")
            let method = try await fixture.get("/health", method: .delete)
            #expect(method.status == .methodNotAllowed && method.code == "method_not_allowed")
            #expect(method.headers[.allow] == "GET, HEAD")
            let form = try await fixture.get("/v1/publications", headers: [.accept: "image/png"])
            #expect(form.status == .notAcceptable && form.code == "not_acceptable")
            #expect(try await fixture.get("/v1/publications/1400-H3").status == .notFound)
        }
    }

    @Test(
        "each refusal of the library has one status and code, and reveals no internals",
        arguments: [
            (.unknownOffice("X"), .notFound, "unknown_office"), (.notAllowed, .forbidden, "not_allowed"),
            (.invalid([]), .unprocessableContent, "invalid"), (.conflict, .conflict, "conflict"),
            (.periodNotOpen(state: "closed"), .conflict, "period_not_open"),
            (.dayInFuture(day: "2120-01-01"), .unprocessableContent, "day_in_future"),
            (.dayIsPast(step: "closes 2021-10-12"), .unprocessableContent, "day_is_past"),
            (.windowClosed(window: "period - 2021-10-12"), .conflict, "window_closed"),
            (.unavailable("57P03"), .serviceUnavailable, "unavailable"),
            (.noFreeConnection, .serviceUnavailable, "no_free_connection"),
            (.outcomeUnknown, .serviceUnavailable, "outcome_unknown"),
            (.tookTooLong, .serviceUnavailable, "took_too_long"),
            (.othersAreUnderWay, .serviceUnavailable, "others_are_under_way"),
            (.notMigrated, .serviceUnavailable, "not_migrated"), (.tokenExpired, .unauthorized, "token_expired"),
            (.failed("relation secret"), .internalServerError, "internal"),
        ] as [(RankingError, HTTPResponse.Status, String)])
    func statuses(error: RankingError, status: HTTPResponse.Status, code: String) {
        let problem = Problem(any: error)
        #expect(problem.status == status && problem.code == code)
        #expect(!problem.title.english.contains("secret"))
        #expect((problem.headers[.retryAfter] != nil) == (status == .serviceUnavailable))
    }

    @Test("a number or an instant that the database cannot hold is a wrong parameter")
    func outOfRange() async throws {
        try await WebFixture.with { fixture in
            let headquarters = try await fixture.visitor()
            let wrong = [
                try await fixture.get("/v1/distribution/unserved?service=1&after=1.99999999999"),
                try await headquarters.get("/v1/work-list?after=01.99999999999.x"),
                try await headquarters.send(
                    .patch, "/v1/periods/1400-H1/dates", #"{"remind_before_days": [99999999999]}"#),
                try await headquarters.send(
                    .post, "/v1/tokens/1/rotate", #"{"expires_at": "0001-01-01T00:00:00Z"}"#),
            ]
            #expect(wrong.map(\.code) == Array(repeating: "wrong_parameters", count: 4))
        }
    }

    @Test("an unexpected error becomes an internal problem, and an HTTP error keeps its meaning")
    func unexpected() {
        struct Surprise: Error { let secret = "secret" }
        #expect(Problem(any: Surprise()).code == "internal")
        #expect(Problem(any: HTTPError(.contentTooLarge)).code == "content_too_large")
        #expect(Problem(any: HTTPError(.unsupportedMediaType)).code == "unsupported_media_type")
        #expect(Problem(any: HTTPError(.badRequest)).code == "bad_request")
    }

    @Test("a request keeps a valid request id, and gets a new one otherwise")
    func requestName() async throws {
        try await WebFixture.with { fixture in
            let name = HTTPField.Name.requestID
            #expect(try await fixture.get("/health", headers: [name: "abc-1"]).headers[name] == "abc-1")
            let made = try await fixture.get("/health", headers: [name: "a b"]).headers[name]
            #expect(made?.count == 32)
            let problem = try await fixture.get("/nothing", headers: [name: "abc-2"])
            #expect(try problem.json["request_id"] as? String == "abc-2")
        }
    }

    @Test("HEAD answers as GET does, without the body")
    func head() async throws {
        try await WebFixture.with { fixture in
            let whole = try await fixture.get("/v1/publications")
            let head = try await fixture.get("/v1/publications", method: .head)
            #expect(head.status == .ok && head.text.isEmpty)
            #expect(head.headers[.eTag] == whole.headers[.eTag])
            #expect(head.headers[.contentLength] == whole.headers[.contentLength])
        }
    }

    @Test("only GET and HEAD are answered by 304")
    func notModified() async throws {
        try await WebFixture.with { fixture in
            let headquarters = try await fixture.visitor()
            let any: HTTPFields = [.ifNoneMatch: "*"]
            #expect(try await headquarters.get("/v1/periods", headers: any).status == .notModified)
            #expect(try await fixture.get("/v1/schemes", method: .head, headers: any).status == .notModified)
            let checked = try await headquarters.send(
                .post, "/v1/schemes/check", smallScheme, type: "application/yaml", headers: any)
            #expect(checked.status == .ok && checked.headers[.eTag] == nil)
        }
    }

    @Test("every answer has security headers; browsers of other origins are refused unless listed")
    func headers() async throws {
        try await WebFixture.with { fixture in
            let answer = try await fixture.get("/health", headers: [.origin: "https://a.example"])
            #expect(answer.headers[.xContentTypeOptions] == "nosniff")
            #expect(answer.headers[.contentSecurityPolicy]?.contains("frame-ancestors 'none'") == true)
            #expect(answer.headers[.strictTransportSecurity] == nil)
            #expect(answer.headers[.accessControlAllowOrigin] == nil)
        }
        var settings = WebSettings()
        settings.allowedOrigins = ["https://a.example"]
        settings.isSecure = true
        try await WebFixture.with(settings) { fixture in
            let answer = try await fixture.get("/health", headers: [.origin: "https://a.example"])
            #expect(answer.headers[.accessControlAllowOrigin] == "https://a.example")
            #expect(
                answer.headers[.accessControlExposeHeaders]
                    == "ETag, Idempotency-Replayed, Link, Location, Retry-After, X-Request-Id")
            #expect(answer.headers[.strictTransportSecurity] != nil)
            let other = try await fixture.get("/health", headers: [.origin: "https://b.example"])
            #expect(other.headers[.accessControlAllowOrigin] == nil)
            let preflight = try await fixture.get(
                "/v1/publications", method: .options,
                headers: [.origin: "https://a.example", .accessControlRequestMethod: "GET"])
            #expect(preflight.status == .noContent)
        }
    }

    @Test(
        "the client's most preferred form is chosen",
        arguments: [
            ("", 0), ("*/*", 0), ("text/csv", 1), ("text/*;q=0.9, application/json;q=0.5", 1),
            ("application/json;q=0, */*", 1), ("TEXT/CSV", 1), ("image/png", nil), ("text/csv;q=0", nil),
        ] as [(String, Int?)])
    func accept(header: String, place: Int?) {
        #expect(AcceptedTypes(header).best(of: ["application/json", "text/csv; charset=utf-8"]) == place)
    }
}
