import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOEmbedded
import OfficeRanking
import TestDatabase
import Testing

@testable import Web

@Suite("The canonical text of a run, over HTTP")
struct CanonicalTextTests {
    private static let path = "/v1/periods/1400-H1/canonical-text"

    @Test("a canonical text has the run's digest, is read with the permission for a dry run, and leaves no file")
    func text() async throws {
        try await withRun { fixture, folder in
            try await fixture.ranking.makeAccount(name: "auditor.desk", person: "one", role: "auditor")
            let auditor = try await fixture.visitor("auditor.desk")
            let digest = try #require(try await fixture.ranking.period(firstHalf).digest)
            let answer = try await auditor.get(Self.path)
            #expect(answer.status == .ok && answer.headers[.contentType] == "text/plain; charset=utf-8")
            #expect(answer.text.hasPrefix("pishkhan-ranking\t1\n") && answer.text.contains("penalty\tD-7\t"))
            #expect(SHA256.hash(data: Data(answer.text.utf8)).map { String(format: "%02x", $0) }.joined() == digest)
            #expect(answer.headers[.eTag] == "\"\(digest)\"")
            #expect(answer.headers[.cacheControl] == "private, no-cache")
            let known = try await auditor.get(Self.path, headers: [.ifNoneMatch: "\"\(digest)\""])
            #expect(known.status == .notModified && known.text.isEmpty)
            let headers: HTTPFields = [.authorization: "Bearer \(auditor.token)"]
            let head = try await fixture.get(Self.path, method: .head, headers: headers)
            #expect(head.status == .ok && head.text.isEmpty && head.headers[.eTag] == "\"\(digest)\"")
            #expect(try folder.isEmpty)
        }
    }

    @Test("a canonical text is refused to a provincial account, and does not exist for an open half-year")
    func refused() async throws {
        try await withRun { fixture, folder in
            let province = try await fixture.provincialVisitor().get(Self.path)
            #expect(province.status == .forbidden && province.code == "not_allowed")
            let headquarters = try await fixture.visitor()
            try await fixture.ranking.reopenPeriod(firstHalf, reason: "x")
            #expect(try await headquarters.get(Self.path).status == .conflict)
            #expect(try await headquarters.get("/v1/periods/1401-H1/canonical-text").status == .notFound)
            #expect(try await headquarters.get("\(Self.path)?x=1").code == "wrong_parameters")
            #expect(try folder.isEmpty)
        }
    }

    @Test("a client that leaves during a canonical text, or before its first byte, leaves no file on disk")
    func vanished() async throws {
        try await withRun { fixture, folder in
            let token = try await fixture.visitor().token
            do {
                let answer = try await fixture.answer(Self.path, token)
                #expect(answer.body.contentLength ?? 0 > 0)
                #expect(try !folder.isEmpty)
                await #expect(throws: CancellationError.self) { try await answer.body.write(BrokenWriter()) }
                #expect(try folder.isEmpty)
            }
            do {
                let answer = try await fixture.answer(Self.path, token)
                #expect(answer.status == .ok)
            }
            #expect(try folder.isEmpty)
        }
    }

    /// A run of the first half-year with a decision about a violation, and the folder where its text lies.
    private func withRun(_ body: (WebFixture, SpoolPlace) async throws -> Void) async throws {
        let place = try SpoolPlace()
        defer { place.remove() }
        var settings = WebSettings()
        settings.uploadFolder = place.path
        try await WebFixture.with(settings) { fixture in
            try await fixture.ranking.adoptScheme(document: smallScheme)
            try await fixture.ranking.planPeriod(firstHalf)
            try await fixture.ranking.openPeriod(firstHalf, scheme: "small", version: 1)
            try await fixture.take(.offices, WebFixture.offices)
            try await fixture.take(.declarations, "office_code,staff\nG-1,7\nT-1,4\n", firstHalf)
            let decision = "office_code,decision_number,kind,decided_on\nG-1,D-7,overcharging,1400/05/01\n"
            try await fixture.take(.violations, decision, firstHalf)
            try await fixture.close(firstHalf)
            _ = try await fixture.ranking.rank(firstHalf)
            try await body(fixture, place)
        }
    }
}

/// A folder for uploads and texts of one test.
private struct SpoolPlace {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "texts-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path(percentEncoded: false)
    }

    var isEmpty: Bool {
        get throws { try FileManager.default.contentsOfDirectory(atPath: path).isEmpty }
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }
}

/// A connection that is closed when the first part is written.
private struct BrokenWriter: ResponseBodyWriter {
    mutating func write(_ buffer: ByteBuffer) async throws {
        throw CancellationError()
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

extension WebFixture {
    /// The answer before anything of it is written.
    fileprivate func answer(_ path: String, _ token: String) async throws -> Response {
        let request = Request(
            head: HTTPRequest(
                method: .get, scheme: nil, authority: "localhost", path: path,
                headerFields: [.authorization: "Bearer \(token)"]), body: .init(buffer: ByteBuffer()))
        let context = WebContext(source: .init(channel: NIOAsyncTestingChannel(), logger: TestDatabase.logger))
        return try await service.responder().respond(to: request, context: context)
    }
}
