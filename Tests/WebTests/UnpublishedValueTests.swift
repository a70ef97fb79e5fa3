import Foundation
import HTTPTypes
import HummingbirdTesting
import OfficeRanking
import TestDatabase
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
            // Of another province it sees what everybody sees.
            #expect(try await value(fixture, "gilan.desk", "T-1") == "nil not_published")
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

    @Test("the mean of a survey whose value is not published is told to nobody else, the number of answers is")
    func survey() async throws {
        try await WebFixture.with { fixture in
            try await publish(fixture, survey: true)
            let open = try await fixture.get("/v1/publications/1400-H1/offices/G-1")
            let full = try await fixture.visitor().get("/v1/periods/1400-H1/offices/G-1")
            #expect(try open.json["satisfaction_mean"] is NSNull && open.json["respondents"] as? Int == 20)
            #expect(try full.json["satisfaction_mean"] as? String == "4.5", "\(full.text.prefix(1_500))")
        }
    }

    private static let survey = """
          - code: people
            title: {fa: رضایت, en: Satisfaction}
            maximum: 10
            criteria:
              - code: mean
                title: {fa: میانگین, en: Mean}
                source: survey
                value: {type: decimal, places: 3, least: 0, most: 5}
                maximum: 10
                clause: "4"
                public: no
                survey: {minimum_respondents: 1, below_minimum: missing}
                points:
                  lines: [[0, 0], [5, 10]]

        """

    /// The small scheme by steps, whose one criterion is not published.
    private func publish(_ fixture: WebFixture, survey: Bool = false) async throws {
        var scheme = smallScheme.replacing(
            "changeable: yes", with: "changeable: yes\n        public: no"
        ).replacing("lines: [[0, 0], [10, 100]]", with: "steps: [[0, 0], [4, 40], [7, 70], [10, 100]]")
        if survey { scheme = scheme.replacing("penalties:\n", with: Self.survey + "penalties:\n") }
        try await fixture.ranking.adoptScheme(document: scheme)
        try await fixture.ranking.planPeriod(firstHalf)
        try await fixture.ranking.openPeriod(firstHalf, scheme: "small", version: 1)
        try await fixture.take(.offices, WebFixture.offices)
        try await fixture.take(.declarations, "office_code,staff\nG-1,7\nT-1,4\n", firstHalf)
        if survey {
            try await fixture.take(
                .satisfactionScores, "office_code,mean,respondents,survey_mode\nG-1,4.5,20,phone\n", firstHalf)
        }
        try await fixture.close(firstHalf)
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
