import HTTPTypes
import HummingbirdTesting
import OfficeRanking
import RankingRules
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

    @Test("the guide to a scheme is made before its adoption, and nothing is stored")
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

    @Test("the newest version of a scheme is looked up each time, in all its forms")
    func newest() async throws {
        try await WebFixture.with { fixture in
            #expect(try await fixture.get("/v1/schemes/small/newest").code == "unknown_scheme")
            try await fixture.ranking.adoptScheme(document: smallScheme)
            for version in 1...2 {
                if version == 2 { try await fixture.ranking.adoptScheme(document: Self.second) }
                for form in ["", "/guide?lang=en", "/document"] {
                    let newest = try await fixture.get("/v1/schemes/small/newest\(form)")
                    #expect(newest.status == .ok && newest.headers[.cacheControl] == "no-cache", "\(newest.text)")
                    let numbered = try await fixture.get("/v1/schemes/small/\(version)\(form)")
                    #expect(numbered.text == newest.text && numbered.headers[.cacheControl] == "public, max-age=60")
                }
            }
            #expect(try await fixture.get("/v1/schemes/small/newest?x=1").code == "wrong_parameters")
            #expect(try await fixture.get("/v1/schemes/small/new").code == "not_found")
        }
    }

    @Test("a scheme's code alone means its newest version, for opening a period and setting its days")
    func codeAlone() async throws {
        try await WebFixture.with { fixture in
            for document in [smallScheme, Self.second] { try await fixture.ranking.adoptScheme(document: document) }
            let headquarters = try await fixture.visitor()
            _ = try await headquarters.send(.post, "/v1/periods", #"{"period": "1400-H1"}"#)
            _ = try await headquarters.send(.post, "/v1/periods", #"{"period": "1402-H1"}"#)
            let opened = try await headquarters.send(.post, "/v1/periods/1400-H1/open", #"{"scheme": "small"}"#)
            #expect(try opened.json["scheme"] as? String == "small@2", "\(opened.text)")
            let dated = try await headquarters.send(
                .patch, "/v1/periods/1402-H1/dates", #"{"opens": "1450-01-01", "scheme": "small"}"#)
            #expect(dated.status == .ok, "\(dated.text)")
            let steps = try await fixture.ranking.nextSteps()
            let openings = steps.filter { $0.step == .opens }
            #expect(openings.map(\.scheme) == [SchemeVersion(code: "small", version: 2)])
            for (scheme, code) in [
                ("other", "unknown_scheme"), ("small@3", "unknown_scheme"), ("small@", "wrong_parameters"),
                ("@1", "wrong_parameters"), ("a@1@2", "wrong_parameters"),
            ] {
                let refused = try await headquarters.send(
                    .post, "/v1/periods/1402-H1/open", #"{"scheme": "\#(scheme)"}"#)
                #expect(refused.code == code, "\(scheme): \(refused.text)")
            }
        }
    }

    private static let second = smallScheme.replacing("version: 1\n", with: "version: 2\n")
}

extension WebFixture {
    fileprivate func auditor() async throws -> Visitor {
        try await ranking.makeAccount(name: "auditor.desk", person: "three", role: "auditor")
        return try await visitor("auditor.desk")
    }
}
