import Foundation
import HTTPTypes
import HummingbirdTesting
import OfficeRanking
import Postgres
import TestDatabase
import Testing

@testable import Web

@Suite("Published results over HTTP")
struct PublicationTests {
    @Test("a ranked period is hidden until it is published")
    func notPublished() async throws {
        try await WebFixture.with { fixture in
            try await fixture.rank()
            let answer = try await fixture.get("/v1/publications/1400-H1/offices")
            #expect(answer.status == .notFound)
            #expect(answer.code == "not_published")
            #expect(answer.headers[.contentType] == "application/problem+json")
            #expect(try await fixture.get("/v1/publications").rows("publications").isEmpty)
        }
    }

    @Test("a published period lists its offices page by page, in the order of their totals")
    func offices() async throws {
        try await WebFixture.with { fixture in
            try await fixture.publish()
            let first = try await fixture.get("/v1/publications/1400-H1/offices?limit=2")
            #expect(first.status == .ok)
            #expect(try first.rows("offices").map { $0["code"] as? String } == ["G-1", "T-1"])
            let next = try #require(try first.json["next"] as? String)
            let second = try await fixture.get("/v1/publications/1400-H1/offices?limit=2&after=\(next)")
            #expect(try second.rows("offices").map { $0["code"] as? String } == ["G-2"])
            let filtered = try await fixture.get("/v1/publications/۱۴۰۰-H1/offices?province=01&rank=۱".escaped)
            #expect(try filtered.rows("offices").map { $0["code"] as? String } == ["G-1"])
        }
    }

    @Test("every wrong parameter is named at once")
    func wrongParameters() async throws {
        try await WebFixture.with { fixture in
            try await fixture.publish()
            let answer = try await fixture.get(
                "/v1/publications/1400-H1/offices?limit=0&kind=big&afer=x&rank=1&rank=2&province=%00")
            #expect(answer.status == .unprocessableContent)
            let findings = try answer.rows("findings").map { "\($0["field"] ?? "") \($0["code"] ?? "")" }
            #expect(
                findings == [
                    "rank given_twice", "province unreadable", "kind wrong_value", "limit wrong_value",
                    "afer unknown_parameter",
                ])
        }
    }

    @Test("a kept answer is sent again without a query, for any order of parameters")
    func keptAnswers() async throws {
        try await WebFixture.with { fixture in
            try await fixture.publish()
            let answer = try await fixture.get("/v1/publications/1400-H1/offices?limit=2&rank=1")
            try await TestDatabase.administer(
                fixture.database.address(), "drop function ranking.offices_of_period cascade")
            let again = try await fixture.get(
                "/v1/publications/1400-H1/offices?rank=1&limit=2",
                headers: [.accept: "application/json;q=0.5, */*;q=0.1"])
            #expect(again.status == .ok && again.text == answer.text)
            let other = try await fixture.get("/v1/publications/1400-H1/offices?rank=2&limit=2")
            #expect(other.status == .serviceUnavailable && other.code == "not_migrated")
            #expect(!other.text.contains("offices_of_period"))
        }
    }

    @Test("every publication of a half-year is listed, and each keeps its answers under its number")
    func numbers() async throws {
        try await WebFixture.with { fixture in
            try await fixture.publish()
            let uri = "/v1/publications/1400-H1/offices"
            let before = try await fixture.get(uri)
            let canonical = "/v1/periods/1400-H1/canonical-text"
            let headquarters = try await fixture.visitor()
            let text = try await headquarters.get(canonical)
            try await fixture.correct(headquarters)
            // The list of publications is at most a second old.
            try await Task.sleep(for: .milliseconds(1_100))
            let listed = try await fixture.get("/v1/publications").rows("publications")
            #expect(listed.map { $0["number"] as? Int } == [1, 2])
            #expect(listed.map { $0["is_current"] as? Bool } == [false, true])
            #expect(listed.last?["reason"] as? String == "نادرست")
            let first = try await fixture.get(uri + "?number=1")
            #expect(first.text == before.text)
            let second = try await fixture.get(uri)
            #expect(second.headers[.eTag] != before.headers[.eTag])
            #expect(try second.json["digest"] as? String == listed.last?["digest"] as? String)
            #expect(try first.json["digest"] as? String == listed.first?["digest"] as? String)
            #expect(try await fixture.get(uri + "?number=3").status == .notFound)
            for path in ["", "/summary", "/bulk.json", "/comparison/1400-H1"] {
                let answers = [
                    try await fixture.get("/v1/publications/1400-H1\(path)?number=1"),
                    try await fixture.get("/v1/publications/1400-H1\(path)"),
                ]
                #expect(answers.allSatisfy { $0.status == .ok } && answers[0].text != answers[1].text, "\(path)")
            }
            let changes = try await fixture.get("/v1/publications/1400-H1/changes?since=1400-H1&since_number=1")
            #expect(try changes.rows("changes").map { $0["code"] as? String } == ["G-1"])
            #expect(try await headquarters.get(canonical + "?number=1").text == text.text)
            #expect(try await headquarters.get(canonical).text != text.text)
        }
    }

    @Test("an answer that the client has already is not sent again")
    func conditional() async throws {
        try await WebFixture.with { fixture in
            try await fixture.publish()
            let uri = "/v1/publications/1400-H1/offices"
            let first = try await fixture.get(uri)
            let tag = try #require(first.headers[.eTag])
            let second = try await fixture.get(uri, headers: [.ifNoneMatch: "\"other\", W/\(tag)"])
            #expect(second.status == .notModified)
            #expect(second.text.isEmpty)
            #expect(second.headers[.eTag] == tag)
            let csv = try await fixture.get(uri, headers: [.ifNoneMatch: tag, .accept: "text/csv"])
            #expect(csv.status == .ok)
            #expect(csv.text.hasPrefix("position,code,"))
        }
    }
}

extension String {
    var escaped: String {
        addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed) ?? self
    }
}

extension WebFixture {
    /// Publishes another result of G-1, made from other frozen facts, as the next number.
    fileprivate func correct(_ headquarters: Visitor) async throws {
        let connection = try await PostgresConnection.connect(
            TestDatabase.patient(database.address()), logger: TestDatabase.logger)
        try await connection.execute(
            script: """
                set session_replication_role = replica;
                update registry.census_fact set declared_value = array[9]
                where office_id = (select id from registry.office where code = 'G-1');
                """)
        await connection.close()
        _ = try await ranking.rank(firstHalf)
        let seen = try await headquarters.get("/v1/periods/1400-H1/correction")
        let changes = try #require(try seen.json["changes"] as? String, "\(seen.text)")
        let made = try await headquarters.send(
            .post, "/v1/periods/1400-H1/publish", #"{"correction": "نادرست", "changes": "\#(changes)"}"#)
        try #require(made.status == .ok, "\(made.text)")
    }
}
