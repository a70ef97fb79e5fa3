import Foundation
import HTTPTypes
import HummingbirdTesting
import TestDatabase
import Testing

@testable import Web

@Suite("Where files lie while they come in")
struct SpoolFolderTests {
    /// Minutes after whatever this test makes.
    private let later = Date(timeIntervalSinceNow: 600)

    @Test("a spool folder left by an ended program is removed; held, new and foreign folders stay")
    func abandoned() async throws {
        try await inFolder { parent in
            let held = try SpoolFolder(in: parent)
            var left: SpoolFolder? = try SpoolFolder(in: parent)
            let leftURL = try #require(left?.url)
            try Data("x".utf8).write(to: leftURL.appending(path: "offices.csv"))
            let strange = URL(filePath: parent).appending(path: "others")
            try FileManager.default.createDirectory(at: strange, withIntermediateDirectories: false)
            let link = URL(filePath: parent).appending(path: SpoolFolder.prefix + "link")
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: strange)
            let new = URL(filePath: parent).appending(path: SpoolFolder.newPrefix + "x")
            try FileManager.default.createDirectory(at: new, withIntermediateDirectories: false)
            #expect(SpoolFolder.removeAbandoned(in: parent) == 0)
            left = nil
            // Programs that other tests start hold the lock too, until they are programs of their own.
            try await until("what was left stays") { SpoolFolder.removeAbandoned(in: parent) == 1 }
            #expect(SpoolFolder.removeAbandoned(in: parent) == 0)
            #expect(SpoolFolder.removeAbandoned(in: parent, now: later) == 1)
            let names = try FileManager.default.contentsOfDirectory(atPath: parent)
            #expect(Set(names) == [held.url.lastPathComponent, "others", link.lastPathComponent])
        }
    }

    @Test("an upload is refused before it is read if all slots are taken, and may be sent again later")
    func slots() async throws {
        var settings = WebSettings()
        settings.uploadsAtOnce = 1
        settings.uploadsOfAccount = 1
        try await WebFixture.with(settings) { fixture in
            let headquarters = try await fixture.visitor()
            let send: @Sendable () async throws -> TestResponse = {
                try await headquarters.send(
                    .post, "/v1/imports?kind=offices", WebFixture.offices, key: "u", type: "text/csv")
            }
            let refused = try await fixture.service.uploads.holding(for: "another") { try await send() }
            #expect(refused.status == .serviceUnavailable && refused.code == "too_many_uploads")
            #expect(refused.headers[.retryAfter] == "10")
            #expect(try await headquarters.get("/v1/imports").rows("imports").isEmpty)
            #expect(try await send().status == .created)
        }
    }

    @Test("only a full disk is reported as full; a missing folder is an internal error")
    func refusals() async throws {
        #expect(SpoolError(CocoaError(.fileWriteOutOfSpace)).problem.code == "no_room")
        #expect(SpoolError(POSIXError(.EDQUOT)).problem.code == "no_room")
        #expect(SpoolError(POSIXError(.EMFILE)).problem.code == "too_many_files")
        #expect(SpoolError(CocoaError(.fileWriteNoPermission)).problem.code == "internal")
        var settings = WebSettings()
        settings.uploadFolder = "/nowhere"
        try await WebFixture.with(settings) { fixture in
            let headquarters = try await fixture.visitor()
            let answer = try await headquarters.send(
                .post, "/v1/imports?kind=offices", WebFixture.offices, key: "u", type: "text/csv")
            #expect(answer.status == .internalServerError && answer.code == "internal")
            #expect(try await headquarters.get("/v1/imports/u").json["state"] as? String == "failed")
        }
    }

    private func inFolder(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "uploads-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder.path(percentEncoded: false))
    }
}
