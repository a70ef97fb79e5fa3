import Foundation
import HTTPTypes
import HummingbirdTesting
import OfficeRanking
import Testing

@testable import Web

@Suite("Files that come in over HTTP")
struct ImportRequestTests {
    @Test("a faulty file changes nothing, and its findings are in the answer and kept under its key")
    func refused() async throws {
        try await WebFixture.with { fixture in
            let desk = try await fixture.provincialVisitor()
            let faulty = WebFixture.offices.replacing("1395/01/01", with: "1395/13/01")
            let answer = try await desk.send(
                .post, "/v1/imports?kind=offices&file=دفاتر.csv".escaped, faulty, key: "u", type: "text/csv")
            #expect(answer.status == .unprocessableContent && answer.code == "import_refused")
            let first = try #require(try answer.rows("findings").first)
            #expect(first["file"] as? String == "دفاتر.csv" && first["line"] as? Int == 2)
            let attempt = try await desk.get("/v1/imports/u")
            #expect(try attempt.json["state"] as? String == "refused")
            let page = try await desk.get("/v1/imports/u/findings?limit=1")
            #expect(try page.rows("findings").count == 1 && page.json["next"] as? Int == 1)
            let csv = try await desk.get("/v1/imports/u/findings?format=csv")
            #expect(csv.text.hasPrefix("position,file,sheet,line,column,value,code,severity,reason,reason_en"))
            let neighbour = try await fixture.provincialVisitor("tehran.desk", province: "23")
            #expect(try await neighbour.get("/v1/imports/u").status == .notFound)
            let headquarters = try await fixture.visitor()
            #expect(try await headquarters.get("/v1/imports/u").json["account"] as? String == "gilan.desk")
            #expect(try await headquarters.get("/v1/imports/u/findings?account=operator").status == .notFound)
            #expect(try await fixture.ranking.acts().filter { $0.kind == "import" }.isEmpty)
        }
    }

    @Test("a check changes nothing, and the same file with the same key is imported once")
    func checkedThenTaken() async throws {
        try await WebFixture.with { fixture in
            let headquarters = try await fixture.visitor()
            let checked = try await headquarters.send(
                .post, "/v1/imports?kind=offices&check_only=true", WebFixture.offices, type: "text/csv")
            #expect(checked.status == .ok)
            #expect(try checked.json["effect"] as? String == "checked")
            for round in 1...2 {
                let taken = try await headquarters.send(
                    .post, "/v1/imports?kind=offices", WebFixture.offices, key: "u", type: "text/csv")
                #expect(taken.status == .created)
                #expect((taken.headers[.idempotencyReplayed] == "true") == (round == 2))
            }
            #expect(try await fixture.ranking.acts().filter { $0.kind == "import" }.count == 1)
            let other = try await headquarters.send(
                .post, "/v1/imports?kind=offices", WebFixture.offices + "\n", key: "u", type: "text/csv")
            #expect(other.code == "key_was_used")
        }
    }

    @Test("an import with wrong parameters is refused before its file is read")
    func forms() async throws {
        try await WebFixture.with { fixture in
            let headquarters = try await fixture.visitor()
            let empty = try await headquarters.send(.post, "/v1/imports", "", type: "text/csv")
            #expect(try empty.rows("findings").map { $0["field"] as? String } == ["kind"])
            let noPeriod = try await headquarters.send(.post, "/v1/imports?kind=declarations", "", type: "text/csv")
            #expect(try noPeriod.rows("findings").map { $0["field"] as? String } == ["period"])
            let noList = try await headquarters.send(
                .post, "/v1/imports?kind=agencies&complete=true", "", type: "text/csv")
            #expect(noList.status == .unprocessableContent && noList.code == "wrong_parameters")
            #expect(try noList.rows("findings").map { $0["field"] as? String } == ["complete"])
            let wrongType = try await headquarters.send(.post, "/v1/imports?kind=offices", "{}")
            #expect(wrongType.status == .unsupportedMediaType)
            for name in ["../x.csv", "a/x.csv", "a/\u{301}x.csv", "\u{600}/x.csv"] {
                let folder = try await headquarters.send(
                    .post, "/v1/imports?kind=offices&file=\(name)".escaped, "", type: "text/csv")
                #expect(try folder.rows("findings").map { $0["field"] as? String } == ["file"], "\(name)")
            }
        }
    }

    @Test("a file that would lift a suspension is refused, and its error comes before missing offices")
    func decidedState() async throws {
        try await WebFixture.with { fixture in
            let headquarters = try await fixture.visitor()
            let lines = WebFixture.offices.split(separator: "\n").map(String.init)
            let others = (1...120).map {
                lines[2].replacing("G-2", with: "H-\($0)").replacing("پ-۲", with: "پ-۲-\($0)")
            }
            let all = (lines + others).joined(separator: "\n") + "\n"
            let suspended = all.replacing(lines[1], with: lines[1].replacing("active", with: "suspended"))
            #expect(
                try await headquarters.send(.post, "/v1/imports?kind=offices", suspended, type: "text/csv").status
                    == .created)
            let list = [lines[0], lines[1], others[0]].joined(separator: "\n") + "\n"
            let answer = try await headquarters.send(
                .post, "/v1/imports?kind=offices&complete=true", list, type: "text/csv")
            #expect(answer.code == "import_refused")
            let findings = try answer.rows("findings")
            try #require(findings.count == 100)
            #expect(findings[0]["code"] as? String == "state_is_by_decision")
            #expect(findings[1]["code"] as? String == "office_missing_from_file")
        }
    }

    @Test("an account without permission to import is refused before its file is read")
    func notAllowed() async throws {
        try await WebFixture.with { fixture in
            try await fixture.ranking.makeAccount(name: "auditor", person: "auditor", role: "auditor")
            let auditor = try await fixture.visitor("auditor")
            let answer = try await auditor.send(
                .post, "/v1/imports?kind=offices&check_only=true", WebFixture.offices, type: "text/csv")
            #expect(answer.code == "permission_missing")
            #expect(try await auditor.get("/v1/imports").rows("imports").isEmpty)
        }
    }

    @Test("a check repeated under its key stays checked")
    func checkedTwice() async throws {
        try await WebFixture.with { fixture in
            let headquarters = try await fixture.visitor()
            for _ in 1...2 {
                let checked = try await headquarters.send(
                    .post, "/v1/imports?kind=offices&check_only=true", WebFixture.offices, key: "u", type: "text/csv")
                #expect(checked.status == .ok)
                #expect(try await headquarters.get("/v1/imports/u").json["state"] as? String == "checked")
            }
        }
    }

    @Test("a file beyond the limit is refused, and nothing of it stays on disk")
    func tooLarge() async throws {
        var settings = WebSettings()
        settings.uploadBytes = 100
        let folder = FileManager.default.temporaryDirectory.appending(path: "uploads-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        settings.uploadFolder = folder.path(percentEncoded: false)
        try await WebFixture.with(settings) { fixture in
            let headquarters = try await fixture.visitor()
            let answer = try await headquarters.send(
                .post, "/v1/imports?kind=offices", WebFixture.offices, key: "u", type: "text/csv")
            #expect(answer.status == .contentTooLarge)
            let left = try FileManager.default.contentsOfDirectory(atPath: settings.uploadFolder)
            #expect(left.isEmpty)
        }
    }
}
