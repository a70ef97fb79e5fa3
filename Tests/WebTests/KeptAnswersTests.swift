import HTTPTypes
import HummingbirdTesting
import OfficeRanking
import TestDatabase
import Testing

@testable import Web

@Suite("Answers that never change")
struct KeptAnswersTests {
    @Test("a version of a scheme is read once and then kept; a missing one is not kept")
    func schemes() async throws {
        try await WebFixture.with { fixture in
            let paths = ["", "/guide", "/document", "/guide?lang=en"].map { "/v1/schemes/small/1" + $0 }
            #expect(try await fixture.get(paths[0]).status == .notFound)
            try await fixture.ranking.adoptScheme(document: smallScheme)
            for path in paths {
                let (first, hits) = (try await fixture.get(path), fixture.service.published.hits)
                let second = try await fixture.get(path)
                #expect(first.status == .ok && second.text == first.text, "\(path)")
                #expect(fixture.service.published.hits == hits + 1, "\(path)")
            }
            #expect(try await fixture.get("/v1/schemes/small/1/document").text == smallScheme)
        }
    }

    @Test("a published sheet is kept under its number; which is the newest is looked up each time")
    func sheets() async throws {
        try await WebFixture.with { fixture in
            try await fixture.take(.agencies, "code,title,effective_on\nA1,یک,1390/01/01\n")
            try await fixture.take(
                .mouTargets, "agency_code,sub_indicator,year,first_year,target\nA1,1/8,1400,,5\n")
            for number in 1...2 {
                _ = try await fixture.ranking.publishIndicator(
                    of: "A1", year: 1400, cutOff: day("1400-12-0\(number)"))
                for path in ["/v1/indicators/1400/A1", "/v1/indicators/1400/A1/bytes"] {
                    let newest = try await fixture.get(path)
                    let hits = fixture.service.published.hits
                    #expect(newest.status == .ok && newest.headers[.cacheControl] == "no-cache", "\(newest.text)")
                    #expect(try await fixture.get("\(path)?number=\(number)").text == newest.text)
                    #expect(fixture.service.published.hits == hits)
                    let again = try await fixture.get("\(path)?number=\(number)")
                    #expect(again.text == newest.text && fixture.service.published.hits == hits + 1)
                }
            }
            #expect(try await fixture.get("/v1/indicators/1400/A1?number=3").status == .notFound)
            #expect(try await fixture.get("/v1/indicators/1400/A1/bytes?number=x").code == "wrong_parameters")
            #expect(try await fixture.get("/v1/indicators/1400/A1?number=1&x=1").code == "wrong_parameters")
        }
    }
}
