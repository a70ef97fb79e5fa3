import Foundation
import HTTPTypes
import HummingbirdTesting
import OfficeRanking
import TestDatabase
import Testing

@testable import Web

@Suite("Answers over HTTP")
struct AnswerRouteTests {
    @Test("a published office is explained line by line, and one that is not in the census is not found")
    func explanation() async throws {
        try await WebFixture.with { fixture in
            try await fixture.publish()
            let answer = try await fixture.get("/v1/publications/1400-H1/offices/G-1")
            #expect(try answer.json["rank"] as? Int == 1)
            #expect(try answer.rows("lines").map { $0["points"] as? Int } == [70_000])
            let missing = try await fixture.get("/v1/publications/1400-H1/offices/G-9")
            #expect(missing.status == .notFound && missing.code == "unknown_office")
            #expect(try await fixture.get("/v1/publications/1400-H1/offices/%00").code == "not_found")
        }
    }

    @Test("two published periods are compared; a period that is not published is refused")
    func comparison() async throws {
        try await WebFixture.with { fixture in
            try await fixture.publish()
            try await fixture.rank(secondHalf, staff: ["G-1": 1])
            let uri = "/v1/publications/1400-H1/comparison/1400-H2"
            #expect(try await fixture.get(uri).code == "not_published")
            try await fixture.ranking.publishPeriod(secondHalf)
            let answer = try await fixture.awaited { try await fixture.get(uri) }
            #expect(try answer.rows("moves").map { $0["office_code"] as? String } == ["G-1", "T-1"])
            let summary = try await fixture.get("/v1/publications/1400-H2/summary")
            #expect(try summary.rows("provinces").last?["active"] as? Int == 3)
        }
    }

    @Test("a scheme is shown in words and as the file it was adopted from")
    func schemes() async throws {
        try await WebFixture.with { fixture in
            try await fixture.ranking.adoptScheme(document: smallScheme)
            #expect(try await fixture.get("/v1/schemes").rows("schemes").count == 1)
            #expect(try await fixture.get("/v1/schemes/small/1").json["criteria"] as? Int == 1)
            #expect(try await fixture.get("/v1/schemes/small/1/document").text == smallScheme)
            let guide = try await fixture.get("/v1/schemes/small/1/guide?lang=en")
            #expect(guide.headers[.contentType] == "text/markdown; charset=utf-8")
            #expect(guide.text.contains("Small SAMPLE"))
            #expect(try await fixture.get("/v1/schemes/small/2").code == "unknown_scheme")
            #expect(try await fixture.get("/v1/schemes/small/x").code == "not_found")
        }
    }

    @Test("the distribution needs a service, and an unknown service or agency is refused")
    func distribution() async throws {
        try await WebFixture.with { fixture in
            try await fixture.publish()
            let none = try await fixture.get("/v1/distribution")
            #expect(none.status == .unprocessableContent)
            #expect(try none.rows("findings").first?["code"] as? String == "missing")
            let office = try await fixture.get("/v1/distribution/offices/G-1?day=1404-01-01")
            #expect(office.status == .ok)
            #expect(try await fixture.get("/v1/distribution?service=1&day=1404-01-01").code == "unknown_service")
            #expect(try await fixture.get("/v1/distribution/agencies/A").code == "unknown_agency")
            #expect(try await fixture.get("/v1/agencies").rows("agencies").isEmpty)
            #expect(try await fixture.get("/v1/services?day=1400-13-01").status == .unprocessableContent)
        }
    }
}

extension WebFixture {
    /// Asks again until the answer is there: a new publication is noticed within a second.
    func awaited(_ ask: () async throws -> TestResponse) async throws -> TestResponse {
        let deadline = ContinuousClock.now + .seconds(120)
        while true {
            let answer = try await ask()
            if answer.status == .ok || .now > deadline { return answer }
            try await Task.sleep(for: .milliseconds(50))
        }
    }
}
