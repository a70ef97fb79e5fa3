import Foundation
import HTTPTypes
import HummingbirdTesting
import OfficeRanking
import RankingRules
import TestDatabase
import Testing

@testable import Web

@Suite("Criteria that a scheme does not publish")
struct UnpublishedValueTests {
    @Test("an unpublished criterion is seen by the office's province, the headquarters and auditors only")
    func audience() async throws {
        try await WebFixture.with { fixture in
            try await publish(fixture)
            for office in ["G-1", "T-1"] {
                let answer = try await fixture.get("/v1/publications/1400-H1/offices/\(office)")
                for line in try answer.rows("lines").prefix(2) {
                    #expect(line["declared_value"] is NSNull && line["value"] is NSNull && line["points"] is NSNull)
                    #expect(line["rule"] as? String == "not_published")
                }
                let groups = try answer.rows("groups").map { $0["points"] as? Int }
                #expect(groups == (office == "G-1" ? [80_000, 3_000] : [50_000, 3_000]))
                #expect(try answer.rows("conditions").filter { $0["holds"] is NSNull }.count == 1)
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

    @Test("whole files, changes and comparisons hide unpublished criteria as an explanation does")
    func downloads() async throws {
        try await WebFixture.with { fixture in
            try await publish(fixture)
            try await publish(fixture, secondHalf, "G-1,4,2,1\nT-1,10,2,1\n")
            for path in ["bulk.json", "changes"] {
                let answer = try await fixture.get("/v1/publications/1400-H2/\(path)")
                for row in try answer.rows(path == "changes" ? "changes" : "offices")
                where row["code"] as? String != "G-2" {
                    #expect(row["points_staff"] is NSNull && row["points_area"] is NSNull, "\(path)")
                    #expect(row["points_posts"] as? Int == 1_000 && row["total"] is Int)
                }
            }
            let csv = try await fixture.get("/v1/publications/1400-H2/bulk.csv").text.split(separator: "\r\n")
            #expect(csv[1].hasSuffix(",,,1000,true"), "\(csv[1])")
            let uri = "/v1/publications/1400-H1/comparison/1400-H2"
            #expect(try await criteria(fixture.get(uri)) == ["posts"])
            let full = try await fixture.visitor().get("/v1/periods/1400-H1/comparison/1400-H2")
            #expect(try criteria(full) == ["posts", "staff"])
        }
    }

    @Test("no set of changes that would lift an office names a criterion that is not published")
    func lifts() async throws {
        try await WebFixture.with { fixture in
            try await publish(fixture)
            let open = try await fixture.get("/v1/publications/1400-H1/offices/T-1")
            let full = try await fixture.visitor().get("/v1/periods/1400-H1/offices/T-1").rows("lifts")
            #expect(full.contains { $0["criterion"] as? String == "staff" && $0["from"] as? Int == 4 })
            #expect(try open.rows("lifts").isEmpty)
        }
    }

    @Test("an unpublished survey hides its mean from the public and shows the number of respondents")
    func survey() async throws {
        try await WebFixture.with { fixture in
            try await publish(fixture, survey: true)
            let open = try await fixture.get("/v1/publications/1400-H1/offices/G-1")
            let full = try await fixture.visitor().get("/v1/periods/1400-H1/offices/G-1")
            #expect(try open.json["satisfaction_mean"] is NSNull && open.json["respondents"] as? Int == 20)
            #expect(try full.json["satisfaction_mean"] as? String == "4.5", "\(full.text.prefix(1_500))")
            // The mean is alone in its group, so that a second group is silent with it.
            let groups = try open.rows("groups").map { $0["points"] as? Int }
            #expect(groups == [nil, 3_000, nil])
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

    private static let others = """
              - code: area
                title: {fa: فضا, en: Area}
                source: office
                value: {type: count, least: 0, most: 50}
                maximum: 50
                clause: "1"
                points:
                  lines: [[0, 0], [10, 50]]
          - code: service
            title: {fa: خدمت, en: Service}
            maximum: 10
            criteria:
              - code: posts
                title: {fa: پست, en: Posts}
                source: office
                value: {type: count, least: 0, most: 10}
                maximum: 10
                clause: "1"
                points:
                  lines: [[0, 0], [10, 10]]

        """

    /// The small scheme by steps, whose first criterion is not published, with another in its group, and a second group.
    private func publish(
        _ fixture: WebFixture, _ halfYear: HalfYear = firstHalf,
        _ declarations: String = "G-1,7,2,3\nT-1,4,2,3\n", survey: Bool = false
    ) async throws {
        if halfYear == firstHalf {
            var scheme = smallScheme.replacing(
                "changeable: yes", with: "changeable: yes\n        public: no"
            ).replacing("lines: [[0, 0], [10, 100]]", with: "steps: [[0, 0], [4, 40], [7, 70], [10, 100]]")
                .replacing("maximum: 100\n    criteria", with: "maximum: 150\n    criteria")
                .replacing(
                    "threshold: 70\n", with: "threshold: 90\n    conditions: [{criterion: staff, at_least: 50}]\n"
                )
                .replacing("penalties:\n", with: Self.others + "penalties:\n")
            if survey { scheme = scheme.replacing("penalties:\n", with: Self.survey + "penalties:\n") }
            try await fixture.ranking.adoptScheme(document: scheme)
            try await fixture.take(.offices, WebFixture.offices)
        }
        try await fixture.ranking.planPeriod(halfYear)
        try await fixture.ranking.openPeriod(halfYear, scheme: "small", version: 1)
        try await fixture.take(.declarations, "office_code,staff,area,posts\n\(declarations)", halfYear)
        if survey {
            try await fixture.take(
                .satisfactionScores, "office_code,mean,respondents,survey_mode\nG-1,4.5,20,phone\n", halfYear)
        }
        try await fixture.close(halfYear)
        _ = try await fixture.ranking.rank(halfYear)
        try await fixture.ranking.publishPeriod(halfYear)
    }

    private func criteria(_ answer: TestResponse) throws -> Set<String> {
        Set(try answer.rows("line_changes").compactMap { $0["criterion"] as? String })
    }

    /// Value and rule as an account sees them under the period.
    private func value(_ fixture: WebFixture, _ account: String, _ office: String) async throws -> String {
        let answer = try await fixture.visitor(account).get("/v1/periods/1400-H1/offices/\(office)")
        let line = try #require(try answer.rows("lines").first, "\(answer.text)")
        return "\((line["value"] as? Int).map(String.init) ?? "nil") \(line["rule"] as? String ?? "")"
    }
}
