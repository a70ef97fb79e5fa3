import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("An import that comes in as a request")
struct ImportUploadTests {
    private let sound = OfficeLine.file(OfficeLine(code: "G-1", holder: legalID(1)))

    @Test("an import request is stored with its answer; sent again it changes nothing")
    func stored() async throws {
        try await Fixture.with { fixture in
            let upload = try upload(fixture, sound)
            for round in 1...2 {
                try await fixture.ranking.beginAttempt(upload.key, kinds: [.offices], upload.options)
                let outcome = try await take(fixture, upload)
                guard case .answered(let answer) = outcome else {
                    Issue.record("the upload was refused")
                    return
                }
                #expect(answer.isRepeated == (round == 2) && answer.body == Array("1".utf8))
                let attempt = try await fixture.ranking.importAttempt(upload.key)
                #expect(attempt.state == .stored && attempt.rowsRead == 1 && attempt.kinds == ["offices"])
            }
            #expect(try await fixture.ranking.acts().filter { $0.kind == "import" }.count == 1)
        }
    }

    @Test(
        "a refused import request stores only its findings, in order, up to a thousand of each kind"
    )
    func refused() async throws {
        try await Fixture.with { fixture in
            let lines = (1...2_500).map { OfficeLine(code: "G-\($0)", holder: "1") }
            let upload = try upload(fixture, OfficeLine.file(lines))
            try await fixture.ranking.beginAttempt(upload.key, kinds: [.offices], upload.options)
            let report = FindingReport()
            guard case .refused = try await take(fixture, upload, report) else {
                Issue.record("the upload was taken")
                return
            }
            let attempt = try await fixture.ranking.importAttempt(upload.key)
            #expect(attempt.state == .refused && attempt.errorCount >= 2_500)
            #expect(attempt.findingCount == report.total && attempt.rowsRead == 2_500)
            var (seen, cursor) = ([NumberedFinding](), NumberCursor?.none)
            repeat {
                let page = try await fixture.ranking.findings(ofAttempt: upload.key, limit: 999, after: cursor)
                seen += page.items
                cursor = page.next
            } while cursor != nil
            #expect(seen.map(\.finding) == (try firstOfEachKind(report, most: 1_000)))
            #expect(seen.map(\.position) == Array(1...seen.count))
            #expect(seen.last?.finding.code == .furtherFindings)
            #expect(try await fixture.number("select count(*) from registry.office") == 0)
            #expect(try await fixture.number("select count(*) from registry.answered_request") == 0)
        }
    }

    private func firstOfEachKind(_ report: FindingReport, most: Int) throws -> [Finding] {
        var counts: [FindingCode: Int] = [:]
        var kept: [Finding] = []
        try report.forEach { finding in
            counts[finding.code, default: 0] += 1
            if counts[finding.code, default: 0] <= most { kept.append(finding) }
        }
        let others = FindingCode.allCases.filter { counts[$0, default: 0] > most }.map { code in
            Finding(
                .furtherFindings, severity: code.severity, file: "offices.csv",
                arguments: [String(counts[code, default: 0] - most), code.rawValue])
        }
        return kept + others
    }

    @Test("an import request refused twice stores its findings once")
    func refusedTwice() async throws {
        try await Fixture.with { fixture in
            let upload = try upload(fixture, OfficeLine.file(OfficeLine(code: "G-1", holder: "1")))
            try await fixture.ranking.beginAttempt(upload.key, kinds: [.offices], upload.options)
            for _ in 1...2 {
                guard case .refused = try await take(fixture, upload) else {
                    Issue.record("the upload was taken")
                    return
                }
            }
            let attempt = try await fixture.ranking.importAttempt(upload.key)
            let kept = try await fixture.number("select count(*) from staging.import_finding")
            #expect(attempt.state == .refused && attempt.findingCount == kept && kept > 0)
        }
    }

    @Test("a refused import request can be sent again, corrected, under the same key")
    func corrected() async throws {
        try await Fixture.with { fixture in
            let wrong = try upload(fixture, OfficeLine.file(OfficeLine(code: "G-1", holder: "1")))
            try await fixture.ranking.beginAttempt(wrong.key, kinds: [.offices], wrong.options)
            _ = try await take(fixture, wrong)
            let right = try upload(fixture, sound)
            try await fixture.ranking.beginAttempt(right.key, kinds: [.offices], right.options)
            _ = try await take(fixture, right)
            let attempt = try await fixture.ranking.importAttempt(right.key)
            #expect(attempt.state == .stored && attempt.errorCount == 0)
            #expect(
                try await fixture.ranking.findings(ofAttempt: right.key).items
                    .allSatisfy { $0.finding.severity == .notice })
        }
    }

    @Test("the progress of an import request is visible to its own account only")
    func progress() async throws {
        try await Fixture.with { fixture in
            let upload = try upload(fixture, sound)
            let desk = try await fixture.provincialAccount()
            try await fixture.ranking.beginAttempt(upload.key, kinds: [.offices], upload.options)
            try await fixture.ranking.noteReceiving(upload.key, bytes: 4_096)
            let receiving = try await fixture.ranking.importAttempt(upload.key)
            #expect(receiving.state == .receiving && receiving.bytesReceived == 4_096)
            await #expect(throws: RankingError.unknownImport("u-1")) { try await desk.importAttempt(upload.key) }
            #expect(try await desk.importAttempts().items.isEmpty)
            try await fixture.ranking.noteFailure(upload.key)
            #expect(try await fixture.ranking.importAttempts().items.map(\.state) == [.failed])
        }
    }

    @Test("an import request is read by its own account and by readers of the record, on exactly one page")
    func readers() async throws {
        try await Fixture.with { fixture in
            let desk = try await fixture.provincialAccount()
            try await fixture.ranking.makeAccount(name: "auditor", person: "auditor", role: "auditor")
            let auditor = fixture.ranking.acting(as: "auditor")
            // At the same instant too each has its place.
            try await fixture.administrator {
                try await $0.execute(
                    script: """
                        insert into staging.import_attempt
                        select a.id, 'k.' || (n + 1) / 2, 'offices', null, false, 'stored', 0, 0, 0, 0, began_at, began_at
                        from generate_series(1, 7) n join registry.account a
                            on a.name = case n % 2 when 0 then 'gilan.desk' else 'operator' end,
                            lateral (select now() - case when n < 3 then interval '1 day' else '0' end) b (began_at)
                        """)
            }
            for reader in [fixture.ranking, auditor] {
                var (seen, cursor) = ([ImportAttempt](), ImportAttemptCursor?.none)
                repeat {
                    let page = try await reader.importAttempts(limit: 2, after: cursor)
                    seen += page.items
                    cursor = page.next.flatMap { ImportAttemptCursor($0.description) }
                } while cursor != nil
                #expect(seen.count == 7 && Set(seen).count == 7)
                #expect(try await reader.importAttempts().items == seen)
                #expect(Set(seen.map(\.account)) == [fixture.ranking.account, desk.account])
            }
            #expect(try await desk.importAttempts().items.map(\.account) == Array(repeating: desk.account, count: 3))
            #expect(try await auditor.importAttempts(of: desk.account).items.count == 3)
            let key = try #require(RequestKey("k.2"))
            #expect(try await fixture.ranking.importAttempt(key).account == fixture.ranking.account)
            #expect(try await fixture.ranking.importAttempt(key, of: desk.account).account == desk.account)
            let only = try #require(RequestKey("k.4"))
            #expect(try await auditor.importAttempt(only).account == fixture.ranking.account)
            await #expect(throws: RankingError.unknownImport("k.4")) { try await desk.importAttempt(only) }
            await #expect(throws: RankingError.unknownImport("k.4")) { try await desk.findings(ofAttempt: only) }
            #expect(try await auditor.findings(ofAttempt: only).items.isEmpty)
        }
    }

    @Test("a stored import request stays stored even if its findings cannot be stored afterwards")
    func storedWithoutFindings() async throws {
        try await Fixture.with { fixture in
            let lines = [OfficeLine(code: "G-1", holder: legalID(1)), OfficeLine(code: "G-2", holder: "1")]
            let upload = try upload(fixture, OfficeLine.file(lines), acceptsValid: true)
            try await fixture.ranking.beginAttempt(upload.key, kinds: [.offices], upload.options)
            try await fixture.administrator {
                try await $0.query("revoke execute on function ranking.keep_findings(text, jsonb) from pishkhan_app")
            }
            let report = FindingReport()
            await #expect(throws: RankingError.notAllowed) { try await take(fixture, upload, report) }
            #expect(report.total > 0)
            #expect(try await fixture.ranking.importAttempt(upload.key).state == .stored)
        }
    }

    @Test("an import request whose program died is interrupted after a minute, unless it still runs")
    func interrupted() async throws {
        try await Fixture.with { fixture in
            let upload = try upload(fixture, sound)
            try await fixture.ranking.beginAttempt(upload.key, kinds: [.offices], upload.options)
            try await fixture.administrator {
                try await $0.query("update staging.import_attempt set changed_at = changed_at - interval '2 minutes'")
            }
            _ = try await fixture.ranking.once(upload.key, upload.digest) { _ in
                let attempt = try await fixture.ranking.importAttempt(upload.key)
                #expect(attempt.state == .receiving)
                return RequestAnswer(status: 200, contentType: "text/plain", body: [])
            }
            #expect(try await fixture.ranking.importAttempt(upload.key).state == .interrupted)
        }
    }

    private func upload(_ fixture: Fixture, _ text: String, acceptsValid: Bool = false) throws -> ImportUpload {
        let options = ImportOptions(today: Fixture.today, acceptsValid: acceptsValid)
        return ImportUpload(
            key: try #require(RequestKey("u-1")), digest: RequestDigest(of: [Array(text.utf8)]),
            files: [try fixture.file(.offices, text)], options: options, bytesReceived: text.utf8.count)
    }

    private func take(
        _ fixture: Fixture, _ upload: ImportUpload, _ report: FindingReport = FindingReport()
    ) async throws -> UploadOutcome {
        try await fixture.ranking.takeUpload(upload, report: report) { outcome in
            RequestAnswer(
                status: 201, contentType: "application/json", body: Array(String(outcome.files[0].inserted).utf8))
        }
    }
}
