import Foundation
import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("What one account may keep of findings and refused rows")
struct AccountShareTests {
    private let faulty = OfficeLine.file((1...40).map { OfficeLine(code: "G-\($0)", holder: "1") })

    @Test("findings count toward their account's share, and the oldest are removed for new ones")
    func room() async throws {
        try await Fixture.with { fixture in
            try await check(fixture, "old", keeping: 30)
            #expect(try await held(fixture) == 30)
            // As if the account had filled its share otherwise.
            try await fixture.administrator {
                try await $0.query("update registry.account_share set findings = 199980")
            }
            try await check(fixture, "new", keeping: 25)
            #expect(try await kept(fixture, "old") == 0)
            #expect(try await kept(fixture, "new") == 25)
            #expect(try await held(fixture) == 199_975)
        }
    }

    @Test("an import that would exceed its account's share of refused rows is refused as a whole")
    func refusedRows() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithSoundOffices()
            let text = "office_code,staff\nG-1,7\nR-1,x\n"
            #expect(try await fixture.take(.declarations, text, acceptsValid: true).files[0].refused == 1)
            #expect(try await fixture.number("select max(refused_rows) from registry.account_share") == 1)
            try await fixture.administrator {
                try await $0.query("update registry.account_share set refused_rows = 500000")
            }
            let before = try await fixture.fingerprint()
            await expectRefusal(.constraintViolated("refused_rows_are_within_the_accounts_share")) {
                _ = try await fixture.take(.declarations, text + "G-2,x\n", acceptsValid: true)
            }
            #expect(try await fixture.fingerprint() == before)
        }
    }

    @Test("forgotten findings no longer count toward their account's share")
    func forgotten() async throws {
        try await Fixture.with { fixture in
            try await check(fixture, "old", keeping: 30)
            try await fixture.database.setClock(Date(timeIntervalSinceNow: 8 * 86_400))
            try await fixture.ranking.forgetRequests()
            #expect(try await held(fixture) == 0)
        }
    }

    private func check(_ fixture: Fixture, _ name: String, keeping kept: Int) async throws {
        let key = try #require(RequestKey(name))
        let options = ImportOptions(period: nil, today: Fixture.today, isCheckOnly: true)
        let upload = ImportUpload(
            key: key, digest: RequestDigest(of: [Array(name.utf8)]), files: [try fixture.file(.offices, faulty)],
            options: options, bytesReceived: 1)
        try await fixture.ranking.beginAttempt(key, kinds: [.offices], options)
        _ = try await fixture.ranking.takeUpload(upload, report: FindingReport(), keeping: kept) { _ in
            RequestAnswer(status: 200, contentType: "text/plain", body: [])
        }
    }

    private func held(_ fixture: Fixture) async throws -> Int {
        try await fixture.number("select sum(findings) from registry.account_share")
    }

    private func kept(_ fixture: Fixture, _ key: String) async throws -> Int {
        try await fixture.number("select count(*) from staging.import_finding where key = \(key)")
    }
}
