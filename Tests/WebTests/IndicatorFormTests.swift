import Crypto
import Foundation
import HTTPTypes
import HummingbirdTesting
import Migrations
import OfficeRanking
import TestDatabase
import Testing

@testable import Web

@Suite("The forms of an agency's sheet")
struct IndicatorFormTests {
    private static let now = "/v1/agencies/A1/indicator/1400?cut_off=1400-12-01"
    private static let published = "/v1/indicators/1400/A1?number=1"

    @Test("a sheet has the same page and bytes now, in a trial by the same rules, and when published")
    func forms() async throws {
        try await WebFixture.with { fixture in
            let (headquarters, rules) = (try await fixture.withSheet(), try DatabaseScripts.seed("indicator-1400.yaml"))
            for (form, type) in [("sheet", "text/plain; charset=utf-8"), ("canonical", "application/json")] {
                let now = try await headquarters.get("\(Self.now)&format=\(form)")
                #expect(now.status == .ok && now.headers[.contentType] == type, "\(now.text)")
                #expect(now.headers[.cacheControl] == "private, no-cache")
                let trial = try await headquarters.send(
                    .post, Self.now.replacing("1400?", with: "1400/trial?") + "&format=\(form)", rules,
                    type: "application/yaml")
                let published = try await fixture.get("\(Self.published)&format=\(form)")
                #expect(trial.text == now.text && published.text == now.text, "\(form)")
                #expect(published.headers[.cacheControl] == "public, max-age=60")
            }
            let page = try await fixture.get("\(Self.published)&format=sheet")
            let bytes = try await fixture.get("\(Self.published)&format=canonical")
            let digest = SHA256.hash(data: Data(bytes.text.utf8)).map { String(format: "%02x", $0) }.joined()
            #expect(page.text.contains("برگهٔ نماگر") && page.text.contains(digest))
            #expect(try await fixture.get("/v1/indicators/1400/A1/bytes").text == bytes.text)
            #expect(try await fixture.get(Self.published).json["digest"] as? String == digest)
        }
    }

    @Test("a sheet as CSV is one table: the readings, or the services with the lineage; another form is refused")
    func table() async throws {
        try await WebFixture.with { fixture in
            let headquarters = try await fixture.withSheet()
            let heads = try await [
                headquarters.get("\(Self.now)&format=csv"), headquarters.get("\(Self.now)&format=csv&lineage=true"),
                fixture.get(Self.published, headers: [.accept: "text/csv"]),
                fixture.get("\(Self.published)&lineage=true", headers: [.accept: "text/csv"]),
            ].map { $0.text.prefix { $0 != "\r\n" } }
            #expect(heads[0] == heads[2] && heads[1] == heads[3] && heads[0] != heads[1], "\(heads)")
            #expect(heads[1].contains("service"))
            #expect(try await headquarters.get("\(Self.now)&format=table").code == "wrong_parameters")
            #expect(try await fixture.get("\(Self.published)&format=pdf").code == "wrong_parameters")
        }
    }
}

extension WebFixture {
    /// With a published sheet of agency A1.
    fileprivate func withSheet() async throws -> Visitor {
        try await take(.agencies, "code,title,effective_on\nA1,یک,1390/01/01\n")
        try await take(.services, "code,title,agency_code,is_sovereign,is_delegable\n1001,خدمت یک,A1,خیر,بله\n")
        try await take(.mouTargets, "agency_code,sub_indicator,year,first_year,target\nA1,1/8,1400,,5\n")
        _ = try await ranking.publishIndicator(of: "A1", year: 1400, cutOff: day("1400-12-01"))
        return try await visitor()
    }
}
