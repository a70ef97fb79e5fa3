import Foundation
import HTTPTypes
import HummingbirdTesting
import OfficeRanking
import Testing

@testable import Web

@Suite("Values that a scheme does not publish")
struct UnpublishedValueTests {
    @Test("everybody sees the points alone; the office's own province, the headquarters and auditors see the value")
    func audience() async throws {
        try await WebFixture.with { fixture in
            try await publish(fixture)
            for office in ["G-1", "T-1"] {
                let answer = try await fixture.get("/v1/publications/1400-H1/offices/\(office)")
                let line = try #require(try answer.rows("lines").first)
                #expect(line["declared_value"] is NSNull && line["value"] is NSNull)
                #expect(line["points"] as? Int == (office == "G-1" ? 70_000 : 40_000))
                #expect(line["rule"] as? String == "not_published")
                for lift in try answer.rows("lifts") { #expect(lift["from"] is NSNull && lift["to"] is NSNull) }
            }
            #expect(try await value(fixture, "operator", "T-1") == "4 step")
            try await fixture.ranking.makeAccount(name: "auditor", person: "auditor", role: "auditor")
            #expect(try await value(fixture, "auditor", "T-1") == "4 step")
            try await fixture.ranking.makeAccount(
                name: "gilan.desk", person: "gilan.desk", role: "provincial", provinces: ["01"])
            #expect(try await value(fixture, "gilan.desk", "G-1") == "7 step")
            try await fixture.take(.agencies, "code,title,effective_on\nA1,دستگاه,1390/01/01\n")
            try await fixture.ranking.makeAccount(name: "agency", person: "agency", role: "agency", agency: "A1")
            #expect(try await value(fixture, "agency", "G-1") == "nil not_published")
        }
    }

    @Test("the changes that would lift an office tell no value of it")
    func lifts() async throws {
        try await WebFixture.with { fixture in
            try await publish(fixture)
            let open = try await fixture.get("/v1/publications/1400-H1/offices/T-1").rows("lifts")
            let full = try await fixture.visitor().get("/v1/periods/1400-H1/offices/T-1").rows("lifts")
            #expect(open.count == full.count && !full.isEmpty)
            #expect(full.first?["from"] as? Int == 4 && open.first?["from"] is NSNull)
            #expect(open.first?["points_before"] as? Int == full.first?["points_before"] as? Int)
        }
    }

    /// The small scheme by steps, whose one criterion is not published.
    private func publish(_ fixture: WebFixture) async throws {
        let scheme = smallScheme.replacing(
            "changeable: yes", with: "changeable: yes\n        public: no"
        ).replacing("lines: [[0, 0], [10, 100]]", with: "steps: [[0, 0], [4, 40], [7, 70], [10, 100]]")
        try await fixture.ranking.adoptScheme(document: scheme)
        try await fixture.ranking.planPeriod(firstHalf)
        try await fixture.ranking.openPeriod(firstHalf, scheme: "small", version: 1)
        try await fixture.take(.offices, WebFixture.offices)
        try await fixture.take(.declarations, "office_code,staff\nG-1,7\nT-1,4\n", firstHalf)
        try await fixture.ranking.closePeriod(firstHalf)
        _ = try await fixture.ranking.rank(firstHalf)
        try await fixture.ranking.publishPeriod(firstHalf)
    }

    /// Value and rule as an account sees them under the period.
    private func value(_ fixture: WebFixture, _ account: String, _ office: String) async throws -> String {
        let answer = try await fixture.visitor(account).get("/v1/periods/1400-H1/offices/\(office)")
        let line = try #require(try answer.rows("lines").first, "\(answer.text)")
        return "\((line["value"] as? Int).map(String.init) ?? "nil") \(line["rule"] as? String ?? "")"
    }
}
