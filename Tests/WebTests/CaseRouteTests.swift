import HTTPTypes
import HummingbirdTesting
import OfficeRanking
import TestDatabase
import Testing

@testable import Web

@Suite("Violation cases over HTTP")
struct CaseRouteTests {
    @Test("a committee keeps a case by requests alone, and the same request again is one step")
    func wholeCase() async throws {
        try await WebFixture.with { fixture in
            try await fixture.take(.offices, WebFixture.offices)
            let committee = try await fixture.committee()
            let opened = try await committee.send(
                .post, "/v1/cases",
                #"{"office": "G-1", "number": "۱۴۰۰/۱", "kind": "overcharging", "text": "گزارش", "day": "1400-02-01"}"#)
            #expect(opened.status == .created && opened.headers[.location] == "/v1/cases/1", "\(opened.text)")
            #expect(try opened.json["number"] as? String == "1400/1")
            let notice = #"{"step": "notice", "text": "x", "day": "1400-02-02", "answer_until": "1400-02-05"}"#
            for _ in 1...2 {
                let answer = try await committee.send(.post, "/v1/cases/1/steps", notice, key: "notice")
                #expect(answer.status == .created, "\(answer.text)")
                #expect(try answer.rows("steps").compactMap { $0["step"] as? String } == ["report", "notice"])
            }
            _ = try await committee.send(
                .post, "/v1/cases/1/steps", #"{"step": "hearing", "text": "x", "day": "1400-02-06"}"#)
            let decided = try await committee.send(
                .post, "/v1/cases/1/steps",
                """
                {"step": "decision", "text": "x", "day": "1400-02-10", "answer_until": "1400-02-20",
                "sanction": "suspension", "holds_from": "1400-03-01", "holds_until": "1400-03-31"}
                """)
            let sanction = try #require(try decided.rows("sanctions").first)
            #expect(sanction["first_on"] as? String == "1400-03-01" && sanction["last_on"] as? String == "1400-03-31")
            #expect(try await committee.get("/v1/sanctions?day=1400-03-31").rows("sanctions").count == 1)
            #expect(try await committee.get("/v1/sanctions?day=1400-04-01").rows("sanctions").isEmpty)
            let list = try await committee.get("/v1/cases?state=decision&office=G-1")
            #expect(try list.rows("cases").compactMap { $0["case"] as? Int } == [1])
        }
    }

    @Test("a step out of order, one without its days, and a case that is not there are refused")
    func refused() async throws {
        try await WebFixture.with { fixture in
            try await fixture.take(.offices, WebFixture.offices)
            let committee = try await fixture.committee()
            _ = try await committee.send(
                .post, "/v1/cases",
                #"{"office": "G-1", "number": "1", "kind": "overcharging", "text": "x", "day": "1400-02-01"}"#)
            for body in [
                #"{"step": "final", "text": "x", "day": "1400-02-02"}"#,
                #"{"step": "notice", "text": "x", "day": "1400-02-02"}"#,
                #"{"step": "dropped", "text": "x", "day": "1400-01-02"}"#,
            ] {
                let answer = try await committee.send(.post, "/v1/cases/1/steps", body)
                #expect(
                    answer.status == .unprocessableContent && answer.code == "constraint_violated", "\(answer.text)")
            }
            let lonely = try await committee.send(
                .post, "/v1/cases/1/steps", #"{"step": "dropped", "text": "x", "holds_until": "1400-03-01"}"#)
            #expect(lonely.status == .unprocessableContent && lonely.code == "wrong_parameters", "\(lonely.text)")
            let unknown = try await committee.get("/v1/cases/2")
            #expect(unknown.status == .notFound && unknown.code == "unknown_case")
        }
    }
}

extension WebFixture {
    fileprivate func committee() async throws -> Visitor {
        try await ranking.makeAccount(
            name: "committee.desk", person: "committee", role: "committee", provinces: ["01"])
        return try await visitor("committee.desk")
    }
}
