import Foundation
import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("Importing the sound rows, only checking, and importing twice")
struct AcceptValidTests {
    @Test(
        "an import of the sound rows stores them, and keeps and lists the refused rows as they were written",
        arguments: [true, false])
    func keepsRefused(endsInLine: Bool) async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithSoundOffices()
            let text =
                "office_code,staff\r\nG-1,۷\r\nR-1, x ,\r\n\"R-1\",\"9\r\n9\"\r\nX-1,3" + (endsInLine ? "\r\n" : "")
            let outcome = try await fixture.take(.declarations, text, acceptsValid: true)
            #expect(outcome.effect == .stored)
            let file = outcome.files[0]
            let counts = [file.rowsRead, file.inserted, file.changed, file.unchanged, file.refused]
            #expect(counts == [4, 1, 0, 0, 3])
            let refused = try await fixture.ranking.refusedRows()
            #expect(refused.map(\.line) == [3, 4, 6])
            #expect(refused.map(\.text) == ["R-1, x ,", "\"R-1\",\"9\r\n9\"", "X-1,3"])
            #expect(refused.map(\.file) == Array(repeating: "declarations.csv", count: 3))
            #expect(refused.map(\.reason) == ["cells_too_many", "number_unreadable", "office_unknown"])
            #expect(try await fixture.ranking.refusedImports().map(\.rowCount) == [3])
        }
    }

    @Test("a refused row of an offices file is kept for ninety days without personal numbers, also in shifted columns")
    func personal() async throws {
        try await Fixture.with { fixture in
            let sound = OfficeLine.file(.init(code: "G-1", holder: legalID(3)), .init(code: "G-2", holder: legalID(4)))
            let (first, second) = (legalID(3), legalID(4))
            let text = sound.replacing("1395/01/01", with: "1395/13/01")
                .replacing(second, with: "\(second.prefix(5)) \(second.suffix(6))")
            // A cell too many pushes the rest out of its columns.
            let shifted = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
                $0 == 1 ? "x," + $1 : String($1)
            }.joined(separator: "\n")
            for file in [text, shifted] {
                try await fixture.take(.offices, file, acceptsValid: true)
                let kept = try await fixture.ranking.refusedRows().map(\.text).joined(separator: "\n")
                #expect(kept.contains("G-1") && kept.contains("***"))
                for secret in [first, second, String(second.suffix(6))] { #expect(!kept.contains(secret), "\(kept)") }
            }
            #expect(try await fixture.ranking.forgetRefusedRows() == 0)
            try await expectAnswer("RK301 record_is_append_only") {
                try await fixture.owner { try await $0.query("delete from registry.refused_row") }
            }
            try await fixture.administrator { connection in
                try await connection.execute(
                    script: """
                        set session_replication_role = replica;
                        update registry.import set recorded_at = recorded_at - interval '90 days' where id = (
                            select min(import_id) from registry.refused_row)
                        """)
            }
            let before = try await fixture.ranking.refusedRows().count
            let forgotten = try await fixture.ranking.forgetRefusedRows()
            #expect(forgotten > 0 && forgotten < before)
            #expect(try await fixture.ranking.refusedRows().count == before - forgotten)
        }
    }

    @Test("importing the same ranking file twice changes nothing, with or without refused rows")
    func twice() async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: SoundFiles.scheme)
            for (kind, text) in SoundFiles.inOrder {
                let withFault = text + String(repeating: "x,", count: WrittenTable(text).titles.count - 1) + "x\n"
                #expect(try await fixture.take(kind, withFault, acceptsValid: true).files[0].refused == 1)
                let before = try await fixture.fingerprint()
                let again = try await fixture.take(kind, withFault, acceptsValid: true)
                #expect(again.files[0].inserted + again.files[0].changed == 0 && again.files[0].refused == 1)
                #expect(again.files[0].unchanged == WrittenTable(text).rows.count)
                #expect(try await fixture.fingerprint() == before)
                #expect(try await fixture.take(kind, text).effect == .unchanged)
                #expect(try await fixture.fingerprint() == before)
            }
        }
    }

    @Test("checking files of ranking reports their findings and changes nothing", arguments: [true, false])
    func checkOnly(acceptsValid: Bool) async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: SoundFiles.scheme)
            let before = try await fixture.fingerprint()
            let files = try SoundFiles.inOrder.map { try fixture.file($0.0, $0.1 + "x\n") }
            let report = FindingReport()
            let options = ImportOptions(
                period: Fixture.firstHalf, today: Fixture.today, acceptsValid: acceptsValid, isCheckOnly: true)
            let outcome = try await fixture.ranking.importFiles(files, options, report: report)
            #expect(outcome.effect == .checked)
            #expect(report.counts[.cellsTooFew] == 5)
            #expect(outcome.files.map(\.rowsRead) == [3, 3, 2, 3, 3])
            #expect(try await fixture.fingerprint() == before)
        }
    }

    @Test("a folder of five files is imported as a whole: a fault in one file keeps all of them out")
    func folder() async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: SoundFiles.scheme)
            let before = try await fixture.fingerprint()
            for (kind, text) in SoundFiles.inOrder { _ = try fixture.file(kind, text) }
            _ = try fixture.file(.violations, "readme\n", name: "notes.txt")
            let listed = try ImportFile.inFolder(fixture.folder.path(percentEncoded: false))
            #expect(listed.files.map(\.kind) == ImportKind.ofRanking && listed.missing.isEmpty)
            #expect(listed.unknown == ["notes.txt"])
            _ = try fixture.file(
                .violations, (SoundFiles.texts[.violations] ?? "") + "G-1,R-3,overcharging,1400/13/01,yes\n")
            let refused = try await importFolder(fixture)
            #expect(
                refused.outcome.effect == .refused && refused.report.counts == [.dayNotInCalendar: 1, .placeNew: 1])
            #expect(try await fixture.fingerprint() == before)
            _ = try fixture.file(.violations, SoundFiles.texts[.violations] ?? "")
            #expect(try await importFolder(fixture).outcome.effect == .stored)
            #expect(try await importFolder(fixture).outcome.effect == .unchanged)
            let imports = try await fixture.ranking.acts().filter { $0.kind == "import" }
            #expect(imports.count == 5)
        }
    }

    @Test("files that a folder lacks are named by their kinds")
    func missingFiles() async throws {
        try await Fixture.with { fixture in
            _ = try fixture.file(.declarations, "x", name: "خوداظهاری.csv")
            _ = try fixture.file(.violations, "x", name: "Violations-1400.CSV")
            let listed = try ImportFile.inFolder(fixture.folder.path(percentEncoded: false))
            #expect(listed.files.map(\.kind) == [.declarations, .violations])
            #expect(listed.missing == [.offices, .associationScores, .satisfactionScores])
        }
    }

    @Test("a faulty row of the offices file is reported once, not again in every other file")
    func noCascade() async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: SoundFiles.scheme)
            let offices = (SoundFiles.texts[.offices] ?? "").replacing("1395/01/01", with: "1395/13/01")
            for (kind, text) in SoundFiles.inOrder { _ = try fixture.file(kind, kind == .offices ? offices : text) }
            let (outcome, report) = try await importFolder(fixture)
            #expect(outcome.effect == .refused)
            #expect(report.counts == [.dayNotInCalendar: 1, .placeNew: 1])
        }
    }

    @Test("an import of the sound rows refuses and lists the facts about a refused office")
    func refusedWithTheirOffice() async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: SoundFiles.scheme)
            let offices = (SoundFiles.texts[.offices] ?? "").replacing("1395/01/01", with: "1395/13/01")
            for (kind, text) in SoundFiles.inOrder { _ = try fixture.file(kind, kind == .offices ? offices : text) }
            let (outcome, _) = try await importFolder(fixture, acceptsValid: true)
            #expect(outcome.files.map(\.refused) == [1, 1, 1, 1, 1])
            let refused = try await fixture.ranking.refusedRows()
            #expect(
                refused.map(\.kind) == [
                    "offices", "declarations", "association_scores", "satisfaction_scores", "violations",
                ])
            #expect(refused.map(\.reason) == ["day_not_in_calendar"] + Array(repeating: "office_unknown", count: 4))
        }
    }

    @Test("an unreadable offices file is reported once, not for each of its offices in other files")
    func noCascadeOfTheFile() async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: SoundFiles.scheme)
            for (kind, text) in SoundFiles.inOrder { _ = try fixture.file(kind, kind == .offices ? "" : text) }
            let (outcome, report) = try await importFolder(fixture)
            #expect(outcome.effect == .refused && report.counts == [.fileEmpty: 1])
        }
    }

    private func importFolder(
        _ fixture: Fixture, acceptsValid: Bool = false
    ) async throws -> (outcome: ImportOutcome, report: FindingReport) {
        let report = FindingReport()
        let options = ImportOptions(period: Fixture.firstHalf, today: Fixture.today, acceptsValid: acceptsValid)
        let files = try ImportFile.inFolder(fixture.folder.path(percentEncoded: false)).files
        return (try await fixture.ranking.importFiles(files, options, report: report), report)
    }
}
