import OfficeRanking
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

    private func value(_ fixture: Fixture, _ field: String) async throws -> String? {
        try await fixture.ranking.office("G-1").fields.first { $0.name == field }?.value
    }

    @Test("an absent column says nothing, and an empty cell clears and says so")
    func absentAndEmpty() async throws {
        try await Fixture.with { fixture in
            try await fixture.take(
                .offices, Self.head + ",manager_name,staff_count\n" + line("G-1", 1) + ",مدیر,4\n")
            try await fixture.take(.offices, Self.head + ",address\n" + line("G-1", 1) + ",خیابان\n")
            #expect(try await value(fixture, "staff_count") == "4")
            let report = FindingReport()
            try await fixture.take(
                .offices, Self.head + ",staff_count\n" + line("G-1", 1) + ",\n", report: report)
            #expect(try await value(fixture, "staff_count") != "4")
            #expect(report.first.map(\.code) == [.valueCleared])
        }
    }

    @Test("a file that repeats what the last one said leaves a correction by hand, however often it comes")
    func corrections() async throws {
        try await Fixture.with { fixture in
            let first = Self.head + ",staff_count\n" + line("G-1", 1) + ",4\n"
            try await fixture.take(.offices, first)
            _ = try await fixture.ranking.setOffice(
                "G-1", ["staff_count": "5", "state": "suspended"], effectiveOn: day("1400-05-01"), reason: "x",
                today: Fixture.today)
            for text in [first, Self.head + ",staff_count,tenure\n" + line("G-1", 1) + ",4,ملکی\n", first] {
                try await fixture.take(.offices, text)
                #expect(try await value(fixture, "staff_count") == "5")
                #expect(try await value(fixture, "state") == "suspended")
            }
            let report = FindingReport()
            let outcome = try await fixture.take(
                .offices, Self.head + ",staff_count\n" + line("G-1", 1) + ",6\n", report: report)
            #expect(outcome.effect == .refused)
            #expect(report.first.map(\.code) == [.correctionConflict])
        }
    }

    @Test("a licence has one office and a holder one name in a file")
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

    @Test("a place without a letter is found at its line, and the sound lines go in")
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

    @Test("an absent count is held against the counts that the file has")
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
