import Foundation
import HTTPTypes
import HummingbirdTesting
import OfficeRanking
import TestDatabase
import Testing

@testable import Web

@Suite("Declarations over HTTP")
struct DeclarationRouteTests {
    private let path = "/v1/periods/1400-H1/declarations/G-1"

    @Test("an office drafts, submits and withdraws, and a repeated request gets the same answer")
    func story() async throws {
        try await withOffice { _, office in
            let drafted = try await office.send(.patch, path, #"{"values": {"staff": "۵"}}"#)
            #expect(try drafted.json["state"] as? String == "draft", "\(drafted.text)")
            let item = try #require(try drafted.rows("items").first)
            #expect(item["draft_value"] as? Int == 5 && item["is_drafted"] as? Bool == true && item["value"] is NSNull)
            for _ in 0..<2 {
                let submitted = try await office.send(
                    .post, path + "/submission", #"{"based_on": 0}"#, key: "submission-1")
                #expect(try submitted.json["number"] as? Int == 1, "\(submitted.text)")
            }
            let late = try await office.send(.post, path + "/submission", #"{"based_on": 0}"#)
            #expect(late.status == .conflict && late.code == "said_meanwhile")
            let withdrawn = try await office.send(
                .post, path + "/withdrawal", #"{"based_on": 1, "reason": "x"}"#)
            #expect(try withdrawn.json["state"] as? String == "withdrawn")
            let gaps = try await office.send(.post, path + "/submission", #"{"based_on": 2, "with_gaps": true}"#)
            #expect(gaps.status == .conflict && gaps.code == "declaration_incomplete", "\(gaps.text)")
            #expect(try await office.get(path + "/offers").rows("offers").count == 1)
        }
    }

    @Test("a draft is changed only if the declaration matches the tag")
    func tags() async throws {
        try await withOffice { _, office in
            let tag = try #require(try await office.get(path).headers[.eTag])
            let first = try await office.send(.patch, path, #"{"values": {"staff": "5"}}"#, headers: [.ifMatch: tag])
            #expect(first.status == .ok)
            let late = try await office.send(.patch, path, #"{"values": {"staff": "6"}}"#, headers: [.ifMatch: tag])
            #expect(late.status == .preconditionFailed && late.code == "other_state")
            let wrong = try await office.send(.patch, path, #"{"values": {"staff": "many", "colour": "red"}}"#)
            #expect(wrong.status == .unprocessableContent && wrong.code == "invalid")
        }
    }

    private func withOffice(_ body: (WebFixture, Visitor) async throws -> Void) async throws {
        try await WebFixture.with { fixture in
            try await fixture.ranking.adoptScheme(document: smallScheme)
            try await fixture.ranking.planPeriod(firstHalf)
            try await fixture.ranking.openPeriod(firstHalf, scheme: "small", version: 1)
            try await fixture.take(.offices, WebFixture.offices)
            try await fixture.ranking.makeAccount(
                name: "g1.desk", person: "one", role: "office", offices: ["G-1"])
            try await body(fixture, try await fixture.visitor("g1.desk"))
        }
    }
}
