import Foundation
import HTTPTypes
import HummingbirdTesting
import OfficeRanking
import TestDatabase
import Testing

@testable import Web

@Suite("Changing things over HTTP")
struct WritingTests {
    @Test("a half-year is planned, opened, closed, ranked and published by requests alone")
    func halfYear() async throws {
        try await WebFixture.with { fixture in
            try await fixture.ranking.adoptScheme(document: smallScheme)
            let headquarters = try await fixture.visitor()
            let planned = try await headquarters.send(.post, "/v1/periods", #"{"period": "۱۴۰۰-H1"}"#)
            #expect(planned.status == .created && planned.headers[.location] == "/v1/periods/1400-H1")
            let open = try await headquarters.send(.post, "/v1/periods/1400-H1/open", #"{"scheme": "small@1"}"#)
            #expect(try open.json["state"] as? String == "open")
            let offices = try await headquarters.send(
                .post, "/v1/imports?kind=offices", WebFixture.offices, type: "text/csv")
            #expect(offices.status == .created, "\(offices.text)")
            let declared = try await headquarters.send(
                .post, "/v1/imports?kind=declarations&period=1400-H1", "office_code,staff\nG-1,7\nT-1,4\n",
                key: "d-1", type: "text/csv; charset=utf-8")
            #expect(declared.headers[.location] == "/v1/imports/d-1")
            for (step, state) in [("close", "closed"), ("rank", nil), ("publish", "published")] {
                let answer = try await headquarters.send(.post, "/v1/periods/1400-H1/\(step)")
                #expect(answer.status == .ok, "\(answer.text)")
                if let state { #expect(try answer.json["state"] as? String == state) }
            }
            let published = try await fixture.get("/v1/publications/1400-H1/offices")
            #expect(try published.rows("offices").map { $0["code"] as? String } == ["G-1", "T-1", "G-2"])
        }
    }

    @Test("the same key twice is one act; with another body it is refused; without a key nothing is done")
    func keys() async throws {
        try await WebFixture.with { fixture in
            let headquarters = try await fixture.visitor()
            let body = #"{"period": "1400-H1"}"#
            let first = try await headquarters.send(.post, "/v1/periods", body, key: "k")
            let again = try await headquarters.send(.post, "/v1/periods", body, key: "k")
            #expect(again.status == .created && again.text == first.text)
            #expect(first.headers[.idempotencyReplayed] == nil && again.headers[.idempotencyReplayed] == "true")
            let other = try await headquarters.send(.post, "/v1/periods", #"{"period": "1400-H2"}"#, key: "k")
            #expect(other.status == .unprocessableContent && other.code == "key_was_used")
            #expect(try await fixture.ranking.periods().count == 1)
            let unnamed = try await headquarters.send(.post, "/v1/periods", body, key: "")
            #expect(unnamed.status == .badRequest && unnamed.code == "idempotency_key_missing")
        }
    }

    @Test("all faults of a body are reported at once, and a body that is no JSON object is refused")
    func bodies() async throws {
        try await WebFixture.with { fixture in
            let headquarters = try await fixture.visitor()
            let wrong = try await headquarters.send(
                .post, "/v1/periods", #"{"period": 1400, "census_on": "1400-13-01", "x": 1}"#)
            #expect(wrong.status == .unprocessableContent && wrong.code == "wrong_parameters")
            #expect(try wrong.rows("findings").map { $0["field"] as? String } == ["period", "census_on", "x"])
            let empty = try await headquarters.send(.post, "/v1/periods", "{}")
            #expect(try empty.rows("findings").map { $0["code"] as? String } == ["missing"])
            #expect(try await headquarters.send(.post, "/v1/periods", "[]").code == "unreadable_body")
            #expect(try await headquarters.send(.post, "/v1/periods", "{").code == "unreadable_body")
            let text = try await headquarters.send(.post, "/v1/periods", "{}", type: "text/plain")
            #expect(text.status == .unsupportedMediaType)
            var settings = WebSettings()
            settings.bodyBytes = 10
            let small = WebService(
                database: fixture.ranking, credentials: fixture.service.credentials, settings: settings)
            let tight = Visitor(
                fixture: WebFixture(database: fixture.database, ranking: fixture.ranking, service: small),
                token: headquarters.token)
            #expect(try await tight.send(.post, "/v1/periods", #"{"period": "1400-H1"}"#).code == "content_too_large")
        }
    }

    @Test("a fault of a document names the kind of document", arguments: ["schemes", "indicator-rules"])
    func documents(path: String) async throws {
        try await WebFixture.with { fixture in
            let headquarters = try await fixture.visitor()
            for place in ["/v1/\(path)/check", "/v1/\(path)"] {
                let answer = try await headquarters.send(.post, place, "x: 1\n", type: "application/yaml")
                #expect(answer.status == .unprocessableContent, "\(answer.text)")
                let files = try Set(answer.rows("findings").map { $0["file"] as? String })
                #expect(files == [path == "schemes" ? "scheme" : "indicator_rules"], "\(place)")
            }
        }
    }

    @Test("a refusal by a rule of the domain has its own code and is not stored under its key")
    func rules() async throws {
        try await WebFixture.with { fixture in
            try await fixture.publish()
            let headquarters = try await fixture.visitor()
            for _ in 1...2 {
                let answer = try await headquarters.send(
                    .post, "/v1/periods/1400-H1/reopen", #"{"reason": "x"}"#, key: "r")
                #expect(answer.status == .conflict && answer.code == "published_is_final")
            }
            let unknown = try await headquarters.send(.post, "/v1/periods/1400-H2/close")
            #expect(unknown.status == .notFound && unknown.code == "unknown_period")
        }
    }
}
