import HTTPTypes
import Hummingbird
import HummingbirdTesting
import OfficeRanking
import TestDatabase
import Testing

@testable import Web

@Suite("Evidence over HTTP")
struct EvidenceRouteTests {
    private static let place = "/v1/offices/G-1/evidence?criterion=staff&kind=lease&issued_on=1400-01-31"

    @Test("a file comes once under its key, and goes out unchanged, only to be stored")
    func story() async throws {
        try await withEvidenceRule { fixture, visitor in
            let first = try await visitor.send(
                .post, Self.place + "&file=%D8%A7%D8%AC%D8%A7%D8%B1%D9%87.pdf", "%PDF-1", key: "k",
                type: "application/pdf")
            #expect(first.status == .created && first.headers[.location] == "/v1/offices/G-1/evidence/1")
            let again = try await visitor.send(
                .post, Self.place + "&file=%D8%A7%D8%AC%D8%A7%D8%B1%D9%87.pdf", "%PDF-1", key: "k",
                type: "application/pdf")
            #expect(again.body == first.body && again.headers[.idempotencyReplayed] == "true")
            let other = try await visitor.send(.post, Self.place, "%PDF-2", key: "k", type: "application/pdf")
            #expect(other.code == "key_was_used")
            let file = try await visitor.get("/v1/offices/G-1/evidence/1")
            #expect(file.text == "%PDF-1" && file.headers[.contentType] == "application/pdf")
            #expect(file.headers[.xContentTypeOptions] == "nosniff")
            #expect(
                file.headers[.contentDisposition]
                    == "attachment; filename*=UTF-8''%D8%A7%D8%AC%D8%A7%D8%B1%D9%87.pdf")
            let tag = try #require(file.headers[.eTag])
            let known = try await visitor.get("/v1/offices/G-1/evidence/1", headers: [.ifNoneMatch: tag])
            #expect(known.status == .notModified)
            let attached = try await visitor.send(
                .post, "/v1/periods/1400-H1/offices/G-1/evidence", #"{"evidence": [1]}"#)
            #expect(try attached.rows("evidence").map { $0["periods"] as? String } == ["1400-H1"])
            let missing = try await visitor.get("/v1/periods/1400-H1/offices/T-1/evidence")
            #expect(try missing.rows("missing").map { $0["criterion"] as? String } == ["staff"])
            let erased = try await visitor.send(.post, "/v1/offices/G-1/evidence/1/erase", #"{"reason": "x"}"#)
            #expect(try erased.rows("evidence").first?["erase_reason"] as? String == "x")
            let gone = try await visitor.get("/v1/offices/G-1/evidence/1")
            #expect(gone.status == .notFound && gone.code == "unknown_evidence")
        }
    }

    @Test("a file of another type, of another form than it says, or too large is refused, with every wrong parameter")
    func refusals() async throws {
        try await withEvidenceRule { fixture, visitor in
            let archive = try await visitor.send(.post, Self.place, "PK", type: "application/zip")
            #expect(archive.status == .unsupportedMediaType)
            let program = try await visitor.send(.post, Self.place, "MZ", type: "application/pdf")
            #expect(program.status == .unprocessableContent && program.code == "constraint_violated")
            let unknown = try await visitor.send(.post, Self.place, "MZ", type: "application/octet-stream")
            #expect(unknown.status == .unprocessableContent)
            let large = try await visitor.send(
                .post, Self.place, "%PDF-" + String(repeating: "0", count: EvidenceFile.mostBytes - 4),
                type: "application/pdf")
            #expect(large.status == .contentTooLarge)
            let largest = try await visitor.send(
                .post, Self.place, "%PDF-" + String(repeating: "0", count: EvidenceFile.mostBytes - 5),
                type: "application/pdf")
            #expect(largest.status == .created)
            let empty = try await visitor.send(.post, "/v1/offices/G-1/evidence", "%PDF-1", type: "application/pdf")
            #expect(
                try empty.rows("findings").compactMap { $0["field"] as? String }.sorted() == [
                    "criterion", "issued_on", "kind",
                ])
            let nothing = try await visitor.send(
                .post, "/v1/periods/1400-H1/offices/G-1/evidence", #"{"evidence": []}"#)
            #expect(nothing.status == .unprocessableContent)
        }
    }

    @Test("an operator's scanner is asked before a file is kept, and nothing is kept if it does not answer")
    func scanner() async throws {
        for (command, status, code) in [
            ("/bin/false", HTTPResponse.Status.unprocessableContent, "evidence_is_infected"),
            ("/nonexistent", .serviceUnavailable, "evidence_not_scanned"),
        ] {
            var settings = WebSettings()
            settings.evidenceScanner = CommandScanner(command: command)
            try await withEvidenceRule(settings) { fixture, visitor in
                let answer = try await visitor.send(.post, Self.place, "%PDF-1", type: "application/pdf")
                #expect(answer.status == status && answer.code == code)
                #expect(try await visitor.get("/v1/offices/G-1/evidence").rows("evidence").isEmpty)
            }
        }
    }

    /// G-1 and T-1 have declared in 1400-H1, whose scheme requires evidence.
    private func withEvidenceRule(
        _ settings: WebSettings = WebSettings(), _ body: (WebFixture, Visitor) async throws -> Void
    ) async throws {
        try await WebFixture.with(settings) { fixture in
            let scheme = smallScheme.replacing(
                "changeable: yes\n", with: "changeable: yes\n        evidence: {required: yes, kinds: [lease]}\n")
            try await fixture.ranking.adoptScheme(document: scheme)
            try await fixture.ranking.planPeriod(firstHalf)
            try await fixture.ranking.openPeriod(firstHalf, scheme: "small", version: 1)
            try await fixture.take(.offices, WebFixture.offices)
            try await fixture.take(.declarations, "office_code,staff\nG-1,7\nT-1,4\n", firstHalf)
            try await body(fixture, try await fixture.visitor())
        }
    }
}
