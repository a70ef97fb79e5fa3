import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("What an offices file changes and what it leaves")
struct OfficesFileTests {
    private static let head =
        "code,kind,province,county,locality,holder_national_id,holder_name,licence_number,licensed_on,state"

    private func line(_ code: String, _ number: Int, licence: String? = nil, name: String = "شرکت") -> String {
        "\(code),urban,گیلان,رشت,رشت,\(legalID(number)),\(name),\(licence ?? "P-\(code)"),1395/02/15,active"
    }

    private func value(_ fixture: Fixture, _ field: OfficeField) async throws -> OfficeValue? {
        try await fixture.ranking.office("G-1").values[field]
    }

    @Test("an absent column of an offices file changes nothing, and an empty cell clears its field with a notice")
    func absentAndEmpty() async throws {
        try await Fixture.with { fixture in
            try await fixture.take(
                .offices, Self.head + ",manager_name,staff_count\n" + line("G-1", 1) + ",مدیر,4\n")
            try await fixture.take(.offices, Self.head + ",address\n" + line("G-1", 1) + ",خیابان\n")
            #expect(try await value(fixture, .staffCount) == .count(4))
            let report = FindingReport()
            try await fixture.take(
                .offices, Self.head + ",staff_count\n" + line("G-1", 1) + ",\n", report: report)
            #expect(try await value(fixture, .staffCount) == nil)
            #expect(report.first.map(\.code) == [.valueCleared])
        }
    }

    @Test("a repeated offices file keeps a correction by hand; a changed value that contradicts it is refused")
    func corrections() async throws {
        try await Fixture.with { fixture in
            let first = Self.head + ",staff_count\n" + line("G-1", 1) + ",4\n"
            try await fixture.take(.offices, first)
            _ = try await fixture.ranking.setOffice(
                "G-1", ["staff_count": "5", "state": "suspended"], effectiveOn: day("1400-05-01"), reason: "x",
                today: Fixture.today)
            for text in [first, Self.head + ",staff_count,tenure\n" + line("G-1", 1) + ",4,ملکی\n", first] {
                try await fixture.take(.offices, text)
                #expect(try await value(fixture, .staffCount) == .count(5))
                #expect(try await value(fixture, .state) == .state(.suspended))
            }
            let report = FindingReport()
            let outcome = try await fixture.take(
                .offices, Self.head + ",staff_count\n" + line("G-1", 1) + ",6\n", report: report)
            #expect(outcome.effect == .refused)
            #expect(report.first.map(\.code) == [.correctionConflict])
        }
    }

    @Test(
        "a file cannot suspend or revoke a known office, or end that; a new office may have any state",
        arguments: ["active", "expired", "closed", "suspended", "revoked"])
    func decided(now: String) async throws {
        try await Fixture.with { fixture in
            let states = ["active", "expired", "closed", "suspended", "revoked"]
            try await fixture.take(.offices, OfficeLine.file(states.map { .init(code: "G-\($0)", state: now) }))
            for said in states {
                let report = FindingReport()
                let known = OfficeLine(code: "G-\(said)", state: said)
                let outcome = try await fixture.take(
                    .offices, OfficeLine.file(known, .init(code: "N-\(said)", state: said)), acceptsValid: true,
                    report: report)
                let isDecided = said != now && !Set([said, now]).isDisjoint(with: ["suspended", "revoked"])
                let isReopened = now == "closed" && said != now && !isDecided
                let codes: [FindingCode] = isDecided ? [.stateIsByDecision] : isReopened ? [.officeReopened] : []
                #expect(report.first.map(\.code) == codes, "\(now) \(said)")
                #expect(outcome.files[0].refused == (isDecided ? 1 : 0) && outcome.files[0].inserted == 1)
                let state = try await fixture.ranking.office(known.code).versions.last?.state.rawValue
                #expect(state == (isDecided ? now : said))
                guard isDecided else { continue }
                #expect(report.first.map(\.line) == [2] && report.first.map(\.column) == ["state"])
                #expect(report.first.map(\.value) == [said])
            }
        }
    }

    @Test("the finding about a state by decision names both states and how to record a decision")
    func decidedSentence() async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1", state: "suspended")))
            let report = FindingReport()
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1", state: "فعال")), report: report)
            let finding = try #require(report.first.first)
            #expect(finding.description.hasPrefix("offices.csv:2: error: state: «active»: "))
            let persian = finding.reason(in: .persian)
            let english = finding.reason(in: .english)
            #expect(persian.contains("«معلق»") && persian.contains("«فعال»") && persian.contains("office set"))
            #expect(english.contains("suspended") && english.contains("active") && english.contains("office set"))
        }
    }

    @Test("a back-dated row is checked against the state of the office on its day")
    func lateDecided() async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1")))
            try await fixture.decide("suspended", from: day("1400-05-01"))
            try await fixture.decide("active", from: day("1400-07-01"))
            for (from, state, isRefused) in [
                ("1400/04/31", "active", false), ("1400/04/30", "expired", false), ("1400/04/31", "suspended", true),
                ("1400/05/01", "active", true), ("1400/06/31", "closed", true), ("1400/06/30", "suspended", false),
                ("1400/07/01", "active", false), ("1400/07/02", "revoked", true), ("1394/12/29", "suspended", false),
            ] {
                let report = FindingReport()
                let line = OfficeLine(code: "G-1", state: state, effectiveOn: from)
                let outcome = try await fixture.take(.offices, OfficeLine.file(line), report: report)
                #expect((outcome.effect == .refused) == isRefused, "\(from) \(state)")
                #expect(report.first.map(\.code) == (isRefused ? [.stateIsByDecision] : []), "\(from) \(state)")
            }
        }
    }

    @Test("no decision comes between the check of an offices file and its end")
    func heldFromTheCheck() async throws {
        try await Fixture.with { fixture in
            try await fixture.application(as: "operator") { connection in
                try await connection.query(
                    "select ranking.check_import(gen_random_uuid(), 'offices', null, '2022-01-01')")
                let waiting = try await answer {
                    try await fixture.application(as: "operator") { other in
                        try await other.query("set local lock_timeout = '50ms'")
                        try await other.query("select ranking.hold_offices()")
                    }
                }
                #expect(waiting.hasPrefix("55P03 "))
            }
        }
    }

    @Test("a file that reopens a closed office is stored with a notice")
    func reopened() async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1", state: "closed")))
            let report = FindingReport()
            let outcome = try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1")), report: report)
            #expect(outcome.effect == .stored && !report.hasErrors)
            #expect(report.first.map(\.code) == [.officeReopened] && report.first.map(\.value) == ["active"])
            #expect(report.first.map(\.line) == [2] && report.first.map(\.column) == ["state"])
        }
    }

    @Test("a cell that contradicts both the last file and a decision gets one finding, for the decision")
    func decidedAndCorrected() async throws {
        try await Fixture.with { fixture in
            let file = { (state: String) in OfficeLine.file(.init(code: "G-1", state: state)) }
            try await fixture.take(.offices, file("active"))
            for (decided, said, code) in [
                ("suspended", "active", nil), ("suspended", "expired", .stateIsByDecision),
                ("suspended", "revoked", .stateIsByDecision), ("expired", "suspended", .stateIsByDecision),
                ("expired", "closed", .correctionConflict), ("expired", "active", nil), ("revoked", "revoked", nil),
                ("active", "revoked", nil), ("active", "closed", .correctionConflict),
            ] as [(String, String, FindingCode?)] {
                try await fixture.decide(decided, from: day("1400-05-01"))
                let report = FindingReport()
                try await fixture.take(.offices, file(said), report: report)
                #expect(report.first.map(\.code) == [code].compactMap(\.self), "\(decided) \(said)")
                #expect(
                    try await value(fixture, .state) == LicenceState(rawValue: decided).map(OfficeValue.state),
                    "\(decided) \(said)")
            }
        }
    }

    @Test("an offices file with a licence for two offices, or two names for a holder, is refused")
    func oneLicence() async throws {
        try await Fixture.with { fixture in
            let report = FindingReport()
            let lines = [
                line("G-1", 1, licence: "P-9000"), line("G-2", 2, licence: "P-9000"), line("G-3", 3),
                line("G-4", 3, name: "شرکت دیگر"),
            ]
            let text = Self.head + "\n" + lines.joined(separator: "\n") + "\n"
            let outcome = try await fixture.take(.offices, text, report: report)
            #expect(outcome.effect == .refused)
            #expect(report.first.map(\.code) == [.licenceOfOtherOffice, .holderHasTwoNames])
            #expect(report.first.map(\.line) == [3, 5])
        }
    }

    @Test("a place name without a letter is reported at its line, and the sound rows are stored")
    func placeWithoutLetter() async throws {
        try await Fixture.with { fixture in
            let report = FindingReport()
            let wrong = "G-2,rural,گیلان,رشت,-,\(legalID(2)),شرکت,P-2,1395/02/15,active"
            let text = ([Self.head, line("G-1", 1), wrong, line("G-3", 3)]).joined(separator: "\n") + "\n"
            let outcome = try await fixture.take(.offices, text, acceptsValid: true, report: report)
            #expect(report.first.map(\.code) == [.nameHasNoLetter], "\(report.first)")
            #expect(report.first.map(\.line) == [3])
            #expect(outcome.files.map(\.inserted) == [2])
        }
    }

    @Test("a file without a staff count is checked against the known count")
    func mergedCounts() async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.offices, Self.head + ",staff_count\n" + line("G-1", 1) + ",4\n")
            let report = FindingReport()
            try await fixture.take(
                .offices, Self.head + ",insured_staff_count\n" + line("G-1", 1) + ",5\n", report: report)
            #expect(report.first.map(\.code) == [.staffCountsDisagree] && report.first.map(\.line) == [2])
        }
    }
}
