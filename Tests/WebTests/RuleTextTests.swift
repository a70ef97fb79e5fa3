import HTTPTypes
import HummingbirdTesting
import OfficeRanking
import TestDatabase
import Testing

@testable import Web

@Suite("Rules as they were written, and in words")
struct RuleTextTests {
    @Test("the newest rules of the indicator are read as the file they were adopted from")
    func indicatorRules() async throws {
        try await WebFixture.with { fixture in
            let auditor = try await fixture.auditor()
            let path = "/v1/indicator-rules/1400/document"
            let answer = try await auditor.get(path)
            #expect(answer.text == (try await fixture.ranking.indicatorRules(year: 1400).document))
            #expect(answer.headers[.contentType] == "application/yaml")
            #expect(answer.headers[.cacheControl] == "private, no-cache")
            let tag = try #require(answer.headers[.eTag])
            #expect(try await auditor.get(path, headers: [.ifNoneMatch: tag]).status == .notModified)
            let newer = answer.text.replacing("  version: 1\n", with: "  version: 2\n")
            try await fixture.ranking.adoptIndicatorRules(document: newer)
            #expect(try await auditor.get(path, headers: [.ifNoneMatch: tag]).text == newer)
            #expect(try await auditor.get("/v1/indicator-rules/1399/document").status == .notFound)
            #expect(try await auditor.get("\(path)?x=1").code == "wrong_parameters")
            #expect(try await fixture.get(path).status == .unauthorized)
        }
    }

    @Test("a scheme is read in words before it is adopted, and nothing is stored")
    func guideBeforeAdoption() async throws {
        try await WebFixture.with { fixture in
            let auditor = try await fixture.auditor()
            let yaml = "application/yaml"
            let guide = try await auditor.send(.post, "/v1/schemes/guide?lang=en", smallScheme, type: yaml)
            #expect(guide.status == .ok && guide.text.contains("Small SAMPLE"), "\(guide.text)")
            #expect(guide.headers[.contentType] == "text/markdown; charset=utf-8")
            #expect(try await fixture.get("/v1/schemes").rows("schemes").isEmpty)
            let persian = try await auditor.send(.post, "/v1/schemes/guide", smallScheme, type: yaml)
            try await fixture.ranking.adoptScheme(document: smallScheme)
            #expect(try await fixture.get("/v1/schemes/small/1/guide").text == persian.text)
            let faulty = try await auditor.send(.post, "/v1/schemes/guide", "scheme: 1", type: yaml)
            #expect(faulty.code == "invalid_scheme" && faulty.status == .unprocessableContent)
            let wrong = try await auditor.send(.post, "/v1/schemes/guide?lang=de", smallScheme, type: yaml)
            #expect(wrong.code == "wrong_parameters")
        }
    }
}

extension WebFixture {
    fileprivate func auditor() async throws -> Visitor {
        try await ranking.makeAccount(name: "auditor.desk", person: "three", role: "auditor")
        return try await visitor("auditor.desk")
    }
}
