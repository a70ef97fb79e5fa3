import Foundation
import HTTPTypes
import HummingbirdTesting
import OfficeRanking
import RankingRules
import TestDatabase
import Testing

@testable import Web

@Suite("Appeals over HTTP")
struct AppealRouteTests {
    @Test("in preview an office reads its own result only, appeals once, and another person decides")
    func story() async throws {
        try await WebFixture.with { fixture in
            let desks = try await Desks(fixture)
            let path = "/v1/periods/1400-H1"
            #expect(try await desks.office.get("\(path)/offices/G-1").code == "not_ranked_yet")
            #expect(try await desks.operator.send(.post, "\(path)/preview").status == .ok)
            #expect(try await desks.office.get("\(path)/offices/G-1").json["rank"] as? Int == 1)
            #expect(try await desks.office.get("\(path)/offices/T-1").status == .notFound)
            #expect(try await desks.office.get("\(path)/offices").rows("offices").count == 1)

            let claim = #"{"office": "T-1", "criterion": "staff", "value": "7", "grounds": "three were not counted"}"#
            #expect(try await desks.office.send(.post, "\(path)/appeals", claim).status == .forbidden)
            #expect(try await desks.operator.send(.post, "\(path)/appeals", claim).status == .forbidden)
            let filed = try await desks.tehran.send(.post, "\(path)/appeals", claim, key: "one")
            #expect(filed.status == .created && filed.headers[.location] == "/v1/appeals/1", "\(filed.text)")
            let row = try #require(try filed.rows("appeals").first)
            #expect(row["is_decisive"] as? Bool == true && row["rank_if_upheld"] as? Int == 1)
            #expect(row["claimed_value"] as? Int == 7 && row["standing"] as? String == "pending")
            // Sent again it is the same; a second appeal is refused.
            #expect(try await desks.tehran.send(.post, "\(path)/appeals", claim, key: "one").status == .created)
            #expect(try await desks.tehran.send(.post, "\(path)/appeals", claim).status == .unprocessableContent)

            #expect(try await desks.office.get("/v1/appeals/1").status == .notFound)
            #expect(try await desks.tehran.get("/v1/appeals/1").status == .ok)
            let listed = try await desks.judge.get("\(path)/appeals?standing=pending&limit=1")
            #expect(try listed.rows("appeals").count == 1)
            let verdict = #"{"verdict": "upheld", "reason": "seven"}"#
            #expect(
                try await desks.operator.send(.post, "/v1/appeals/1/decision", verdict).status == .unprocessableContent)
            let decided = try await desks.judge.send(.post, "/v1/appeals/1/decision", verdict)
            #expect(try decided.rows("appeals").first?["standing"] as? String == "upheld", "\(decided.text)")
            #expect(try await desks.tehran.send(.post, "/v1/appeals/1/withdrawal").code == "appeal_is_settled")
            #expect(try await desks.operator.send(.post, "\(path)/rank").status == .ok)
            #expect(try await desks.tehran.get("\(path)/offices/T-1").json["rank"] as? Int == 1)
            #expect(try await fixture.get("/v1/publications/1400-H1/appeals").rows("provinces").isEmpty)
        }
    }

    @Test("the public reads the ledger of appeals and the flag of an office whose appeal was undecided")
    func flagged() async throws {
        try await WebFixture.with { fixture in
            let desks = try await Desks(fixture)
            try await fixture.ranking.previewPeriod(firstHalf)
            let claim = #"{"office": "T-1", "criterion": "staff", "value": "7", "grounds": "x"}"#
            #expect(try await desks.tehran.send(.post, "/v1/periods/1400-H1/appeals", claim).status == .created)
            try await fixture.database.setClock(Date(timeIntervalSinceNow: 20 * 86_400))
            try await fixture.ranking.publishPeriod(firstHalf)
            let ledger = try await fixture.get("/v1/publications/1400-H1/appeals")
            let row = try #require(try ledger.rows("provinces").first)
            #expect(row["province_code"] as? String == "23" && row["filed"] as? Int == 1 && row["pending"] as? Int == 1)
            #expect(try ledger.rows("flagged").map { $0["office"] as? String } == ["T-1"])
            let flagged = try await fixture.get("/v1/publications/1400-H1/offices/T-1").json
            #expect(flagged["appeal_pending"] as? Bool == true)
            #expect(try await fixture.get("/v1/publications/1400-H1/offices/G-1").json["appeal_pending"] == nil)
        }
    }

    @Test(
        "an appeal names a criterion with a value, or a decision",
        arguments: [
            #"{"office": "G-1", "grounds": "x"}"#, #"{"office": "G-1", "grounds": "x", "criterion": "staff"}"#,
            #"{"office": "G-1", "grounds": "x", "value": "7"}"#,
            #"{"office": "G-1", "grounds": "x", "criterion": "staff", "value": "7", "decision": "R-1"}"#,
            #"{"office": "G-1", "grounds": "x", "value": "7", "decision": "R-1"}"#,
        ])
    func items(body: String) async throws {
        try await WebFixture.with { fixture in
            let answer = try await fixture.visitor().send(.post, "/v1/periods/1400-H1/appeals", body)
            #expect(answer.status == .unprocessableContent, "\(answer.text)")
        }
    }
}

/// 1400-H1 ranked with days of appeals: G-1 has rank 1, T-1 rank 2.
private struct Desks {
    let `operator`: Visitor
    let judge: Visitor
    let office: Visitor
    let tehran: Visitor

    init(_ fixture: WebFixture) async throws {
        let days = "\nappeals: {preview_days: 10, file_days: 7, decide_days: 5, undecided: publish_flagged}\n"
        try await fixture.ranking.adoptScheme(document: smallScheme + days)
        try await fixture.ranking.planPeriod(firstHalf)
        try await fixture.ranking.openPeriod(firstHalf, scheme: "small", version: 1)
        try await fixture.take(.offices, WebFixture.offices)
        try await fixture.take(.declarations, "office_code,staff\nG-1,7\nT-1,4\n", firstHalf)
        try await fixture.close(firstHalf)
        _ = try await fixture.ranking.rank(firstHalf)
        `operator` = try await fixture.visitor()
        for (name, offices) in [("g1.desk", ["G-1"]), ("t1.desk", ["T-1"])] {
            try await fixture.ranking.makeAccount(name: name, person: name, role: "office", offices: offices)
        }
        try await fixture.ranking.makeAccount(
            name: "judge", person: "judge", role: "group_member", provinces: ["23"])
        (office, tehran) = (try await fixture.visitor("g1.desk"), try await fixture.visitor("t1.desk"))
        judge = try await fixture.visitor("judge")
    }
}
