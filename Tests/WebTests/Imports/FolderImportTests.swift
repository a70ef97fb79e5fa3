import Foundation
import HTTPTypes
import HummingbirdTesting
import OfficeRanking
import TestDatabase
import Testing

@testable import Web

@Suite("A folder of files that comes in over HTTP")
struct FolderImportTests {
    private static let declarations = "office_code,staff\nG-1,7\nT-1,4\n"
    private static let folder = [
        ("./", ""), ("./declarations.csv", declarations), ("./.DS_Store", "\u{1}"), ("./یادداشت.txt", "x"),
        ("./scores.xlsx", "x"), ("./دفاتر.csv", WebFixture.offices),
    ]

    @Test("a folder is imported in one transaction, offices first, and reports missing and ignored files")
    func taken() async throws {
        try await WebFixture.with { fixture in
            let headquarters = try await fixture.headquarters()
            for round in 1...2 {
                let answer = try await headquarters.send(
                    "/v1/folder-imports?period=1400-H1", Self.folder, key: "folder")
                #expect(answer.status == .created, "\(answer.text)")
                #expect((answer.headers[.idempotencyReplayed] == "true") == (round == 2))
                #expect(answer.headers[.location] == "/v1/imports/folder")
                let files = try answer.rows("files")
                #expect(files.map { $0["file"] as? String } == ["دفاتر.csv", "declarations.csv"])
                #expect(files.map { $0["new"] as? Int } == [3, 2])
                let missing = try answer.rows("missing").map { $0["kind"] as? String }
                #expect(missing == ["association_scores", "satisfaction_scores", "violations"])
                let leftAlone = try answer.rows("left_alone").map { $0["file"] as? String }
                #expect(leftAlone == ["یادداشت.txt", "scores.xlsx"])
            }
            #expect(try await fixture.imports() == 2)
            let attempt = try await headquarters.get("/v1/imports/folder").json
            #expect(attempt["kinds"] as? String == "offices declarations" && attempt["state"] as? String == "stored")
            let other = try await headquarters.send(
                "/v1/folder-imports?period=1400-H1", Self.folder + [("./README.md", "")], key: "folder")
            #expect(other.status == .unprocessableContent && other.code == "key_was_used")
        }
    }

    @Test("one wrong row in one file leaves all files out, with the findings of all of them in one report")
    func refused() async throws {
        try await WebFixture.with { fixture in
            let headquarters = try await fixture.headquarters()
            let wrong = [
                ("a/offices.csv", WebFixture.offices.replacing("G-2,urban", with: "G-2,x")),
                ("a/declarations.csv", Self.declarations + "X-9,3\n"),
            ]
            let answer = try await headquarters.send("/v1/folder-imports?period=1400-H1", wrong, key: "folder")
            #expect(answer.status == .unprocessableContent && answer.code == "import_refused")
            let files = try answer.rows("findings").filter { $0["severity"] as? String == "error" }
            #expect(Set(files.compactMap { $0["file"] as? String }) == ["offices.csv", "declarations.csv"])
            let kept = try await headquarters.get("/v1/imports/folder/findings").rows("findings")
            #expect(Set(kept.compactMap { $0["file"] as? String }) == ["offices.csv", "declarations.csv"])
            #expect(try await fixture.imports() == 0)
            let valid = try await headquarters.send(
                "/v1/folder-imports?period=1400-H1&accept_valid=true&check_only=true", wrong)
            #expect(valid.status == .ok, "\(valid.text)")
            #expect(try valid.json["effect"] as? String == "checked")
            #expect(try await fixture.imports() == 0)
            let taken = try await headquarters.send("/v1/folder-imports?period=1400-H1&accept_valid=true", wrong)
            #expect(taken.status == .created)
            #expect(try taken.rows("files").map { $0["refused"] as? Int } == [1, 1])
        }
    }

    @Test("a complete list in a folder reports the offices it lacks; a folder without offices cannot be complete")
    func complete() async throws {
        try await WebFixture.with { fixture in
            let headquarters = try await fixture.headquarters()
            _ = try await headquarters.send("/v1/folder-imports", [("offices.csv", WebFixture.offices)])
            let lines = WebFixture.offices.split(separator: "\n").prefix(2).joined(separator: "\n") + "\n"
            let list = [("offices.csv", lines), ("agencies.csv", "code,title\nA1,دستگاه\n")]
            let taken = try await headquarters.send("/v1/folder-imports?complete=true", list, key: "list")
            #expect(taken.status == .created, "\(taken.text)")
            let found = try await headquarters.get("/v1/imports/list/findings").rows("findings")
            #expect(found.map { $0["code"] as? String } == ["office_missing_from_file"])
            #expect(found.map { $0["value"] as? String } == ["G-2"])
            #expect(found.map { $0["severity"] as? String } == ["notice"])
            #expect(found.allSatisfy { $0["line"] is NSNull })
            let refused = try await headquarters.send("/v1/folder-imports?complete=true", [list[1]])
            #expect(refused.status == .unprocessableContent && refused.code == "wrong_parameters")
            #expect(try refused.rows("findings").map { $0["field"] as? String } == ["complete"])
        }
    }

    @Test("several folders in one archive are imported together, and each file is named with its folder")
    func severalFolders() async throws {
        try await WebFixture.with { fixture in
            let headquarters = try await fixture.headquarters()
            let lines = WebFixture.offices.split(separator: "\n")
            let tehran = [lines[0], lines[3]].joined(separator: "\n") + "\n"
            var folders = [
                ("tehran/", ""), ("tehran/declarations.csv", "office_code,staff\nT-1,4\n"),
                ("gilan/offices.csv", lines.prefix(3).joined(separator: "\n") + "\n"), ("gilan/notes.txt", "x"),
                ("gilan/declarations.csv", "office_code,staff\nG-1,x\n"), ("tehran/offices.csv", tehran),
            ]
            let wrong = try await headquarters.send("/v1/folder-imports?period=1400-H1", folders)
            #expect(wrong.code == "import_refused")
            #expect(try wrong.rows("findings").map { $0["file"] as? String } == ["gilan/declarations.csv"])
            #expect(try await fixture.imports() == 0)
            folders[4].1 = "office_code,staff\nG-1,7\n"
            let taken = try await headquarters.send("/v1/folder-imports?period=1400-H1", folders)
            #expect(taken.status == .created, "\(taken.text)")
            let order = [
                "gilan/offices.csv", "tehran/offices.csv", "gilan/declarations.csv", "tehran/declarations.csv",
            ]
            #expect(try taken.rows("files").map { $0["file"] as? String } == order)
            #expect(try taken.rows("left_alone").map { $0["file"] as? String } == ["gilan/notes.txt"])
            #expect(try taken.rows("missing").count == 3)
            #expect(try await fixture.imports() == 4)
        }
    }

    @Test("an archive that is broken, leads out of its folder or holds too much is refused, and nothing of it stays")
    func refusedArchives() async throws {
        var settings = WebSettings()
        let spool = FileManager.default.temporaryDirectory.appending(path: "uploads-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: spool, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: spool) }
        settings.uploadFolder = spool.path(percentEncoded: false)
        settings.uploadBytes = 200_000
        try await WebFixture.with(settings) { fixture in
            let headquarters = try await fixture.headquarters()
            for (archive, code) in Self.wrongArchives {
                let answer = try await headquarters.send(
                    .post, "/v1/folder-imports", archive, key: "folder", type: "application/x-tar")
                #expect(answer.code == code, "\(archive.prefix(40)): \(answer.text)")
                #expect(try FileManager.default.contentsOfDirectory(atPath: settings.uploadFolder).isEmpty)
                #expect(try await headquarters.get("/v1/imports/folder").json["state"] as? String == "failed")
            }
            #expect(try await fixture.imports() == 0)
        }
    }

    private static var wrongArchives: [(archive: String, code: String)] {
        let offices = ("offices.csv", WebFixture.offices)
        let whole = TarArchive([offices])
        var linked = TarArchive([offices])
        linked.add("agencies.csv", letter: "2")
        let refused = [
            String(decoding: whole.bytes.dropLast(300), as: UTF8.self), String(decoding: whole.bytes, as: UTF8.self),
            "code,title\n", "", linked.text,
        ]
        let paths = ["../offices.csv", "a/../../offices.csv", "/etc/offices.csv", "b/c/offices.csv", "a\u{1}.csv"]
        let folders = [
            paths.map { [($0, "x")] },
            [
                [offices, ("a/agencies.csv", "x")], [("a/agencies.csv", "x"), offices], [offices, offices],
                [("notes.txt", "x")],
            ],
            [(1...101).map { ("\($0).txt", "x") }],
        ].flatMap { $0 }
        return (refused + folders.map { TarArchive($0).text }).map { ($0, "archive_refused") } + [
            (TarArchive([("declarations.csv", declarations)]).text, "wrong_parameters"),
            (TarArchive([("offices.csv", String(repeating: "x", count: 250_000))]).text, "content_too_large"),
        ]
    }

    @Test("a folder import with wrong parameters is refused before its archive is read")
    func forms() async throws {
        try await WebFixture.with { fixture in
            let headquarters = try await fixture.headquarters()
            let other = try await headquarters.send(.post, "/v1/folder-imports", "", type: "application/zip")
            #expect(other.status == .unsupportedMediaType)
            let kind = try await headquarters.send("/v1/folder-imports?kind=offices", Self.folder)
            #expect(try kind.rows("findings").map { $0["field"] as? String } == ["kind"])
            let period = try await headquarters.send("/v1/folder-imports?period=1390-H1", Self.folder)
            #expect(period.status == .notFound && period.code == "unknown_period")
            #expect(try await headquarters.get("/v1/imports").rows("imports").isEmpty)
        }
    }
}

extension WebFixture {
    /// With a half-year that is open.
    fileprivate func headquarters() async throws -> Visitor {
        try await ranking.adoptScheme(document: smallScheme)
        try await ranking.planPeriod(firstHalf)
        try await ranking.openPeriod(firstHalf, scheme: "small", version: 1)
        return try await visitor()
    }

    fileprivate func imports() async throws -> Int {
        try await ranking.acts().count { $0.kind == "import" }
    }
}

extension Visitor {
    fileprivate func send(
        _ uri: String, _ files: [(String, String)], key: String? = nil
    ) async throws -> TestResponse {
        var archive = TarArchive()
        for (path, text) in files { archive.add(path, text, letter: path.hasSuffix("/") ? "5" : "0") }
        return try await send(.post, uri, archive.text, key: key, type: "application/x-tar")
    }
}
