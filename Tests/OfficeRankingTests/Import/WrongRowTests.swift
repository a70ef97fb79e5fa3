import Foundation
import OfficeRanking
import RankingRules
import Testing

@Suite("Wrong rows of each kind of file")
struct WrongRowTests {
    @Test("each fault of a row is reported with file, line, column, value and reason, and nothing changes")
    func faults() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithSoundOffices()
            let before = try await fixture.fingerprint()
            for wrong in wrongRows {
                let report = FindingReport()
                let outcome = try await fixture.take(wrong.kind, wrong.text, report: report)
                let errors = report.first.filter { $0.severity == .error }
                let found = try #require(errors.first, "\(wrong)")
                #expect(outcome.effect == .refused && report.errorCount == 1, "\(wrong): \(report.first)")
                #expect(
                    [found.code.rawValue, found.file, "\(found.line ?? 0)", found.column ?? "", found.value ?? ""]
                        == [wrong.code.rawValue, "\(wrong.kind.rawValue).csv", "3", wrong.column, wrong.value])
                let sentences = [found.reason(in: .persian), found.reason(in: .english)]
                #expect(sentences[0] != sentences[1] && !sentences.contains(""))
                #expect(!sentences.joined().contains("{1}"))
            }
            #expect(try await fixture.fingerprint() == before)
        }
    }

    @Test("all faults of a file are reported at once by line, with those found by the database")
    func allAtOnce() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithSoundOffices()
            let report = FindingReport()
            try await fixture.take(
                .declarations, "office_code,staff\nX-1,1\nG-1,x\nR-1,51\nR-1,5\nG 1,2\n", report: report)
            #expect(report.first.map(\.line) == [2, 3, 4, 5, 6])
            #expect(
                report.first.map(\.code) == [
                    .officeUnknown, .numberUnreadable, .numberOutOfRange, .rowRepeated, .codeHasSpace,
                ])
        }
    }

    @Test("a file's first twenty findings are shown, and all of them are counted and written to the report")
    func manyFindings() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithSoundOffices()
            let rows = (1...100).map { "X-\($0),5\n" }.joined()
            let report = FindingReport()
            try await fixture.take(.declarations, "office_code,staff\n" + rows, report: report)
            #expect(report.first.map(\.line) == Array(2...21))
            #expect(report.counts == [.officeUnknown: 100])
            let path = fixture.folder.appending(path: "findings.csv").path(percentEncoded: false)
            try report.writeCSV(to: path)
            let written = try String(contentsOfFile: path, encoding: .utf8)
            #expect(written.split(separator: "\r\n").count == 101)
        }
    }

    @Test("a decision late for its half-year is a notice, not a fault")
    func lateDecision() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithSoundOffices()
            try await fixture.close(Fixture.firstHalf)
            let second = halfYear("1400-H2")
            try await fixture.openNext(second)
            let report = FindingReport()
            let outcome = try await fixture.take(
                .violations, SoundFiles.texts[.violations] ?? "", period: second, report: report)
            #expect(outcome.effect == .stored && !report.hasErrors)
            #expect(report.first.map(\.code) == [.decisionLate, .decisionLate])
            let columns = report.first.map { $0.column ?? "" }
            #expect(columns == ["decided_on", "decided_on"])
        }
    }

    @Test("two hundred thousand wrong rows are all reported and memory stays flat")
    func everyRowWrong() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithSoundOffices()
            let path = fixture.folder.appending(path: "declarations.csv").path(percentEncoded: false)
            let wrong = (1...200_000).map { "X-\($0),51\n" }.joined()
            try ("office_code,staff\n" + wrong).write(toFile: path, atomically: false, encoding: .utf8)
            let before = try residentBytes()
            let report = FindingReport()
            let outcome = try await fixture.ranking.importFiles(
                [ImportFile(kind: .declarations, path: path)],
                ImportOptions(period: Fixture.firstHalf, today: Fixture.today), report: report)
            let grown = try residentBytes() - before
            #expect(outcome.effect == .refused)
            #expect(report.counts == [.numberOutOfRange: 200_000, .officeUnknown: 200_000])
            // As values in memory the findings would take some 100 MB.
            #expect(grown < 48_000_000, "grown by \(grown) bytes")
        }
    }
}

/// A file whose second row has one fault.
private struct WrongRow: CustomStringConvertible {
    let kind: ImportKind
    let text: String
    let code: FindingCode
    let column: String
    let value: String

    var description: String { "\(kind) \(code) \(value)" }

    /// `change` replaces a text in the second row of the sound file.
    init(_ kind: ImportKind, _ change: (String, String), _ code: FindingCode, _ column: String, _ value: String) {
        var lines = (SoundFiles.texts[kind] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        lines[2] = lines[2].replacing(change.0, with: change.1)[...]
        self.init(kind, text: lines.joined(separator: "\n"), code, column, value)
    }

    init(_ kind: ImportKind, text: String, _ code: FindingCode, _ column: String, _ value: String) {
        (self.kind, self.text, self.code, self.column, self.value) = (kind, text, code, column, value)
    }
}

private let wrongRows: [WrongRow] = [
    WrongRow(.offices, ("R-1", "G-1"), .rowRepeated, "code", "G-1"),
    WrongRow(.offices, ("R-1", ""), .valueMissing, "code", ""),
    WrongRow(.offices, ("گیلان", "گیلانغرب"), .placeUnknown, "province", "گیلانغرب"),
    WrongRow(.offices, ("لاهیجان", "لاهجان"), .placeUnknown, "county", "لاهجان"),
    WrongRow(
        .offices, ("rural,گیلان,لاهیجان,کتشال", "urban,گیلان,لاهیجان,کتشالو"), .placeUnknown, "locality", "کتشالو"),
    WrongRow(.offices, ("1396/12/29", "1400-12-30"), .dayNotInCalendar, "licensed_on", "1400-12-30"),
    WrongRow(.offices, ("1396/12/29", "1404/01/02"), .dayInFuture, "licensed_on", "1404/01/02"),
    WrongRow(.offices, ("1396/12/29", "2018/03/20"), .dayGregorian, "licensed_on", "2018/03/20"),
    WrongRow(.offices, ("active", "باز"), .choiceUnknown, "state", "باز"),
    WrongRow(.offices, ("active,1", "active,1001"), .numberOutOfRange, "staff_count", "1001"),
    WrongRow(.offices, ("active,1", "active,1,2"), .cellsTooMany, "", ""),
    WrongRow(.declarations, ("R-1,4", "R-1,51"), .numberOutOfRange, "staff", "51"),
    WrongRow(.declarations, ("R-1,4", "R-1,-1"), .numberOutOfRange, "staff", "-1"),
    WrongRow(.declarations, ("R-1,4", "R-1,4.5"), .numberNotWhole, "staff", "4.5"),
    WrongRow(
        .declarations, text: "office_code,staff,staff_confirmed\nG-1,7,\nR-1,4,x\n", .numberUnreadable,
        "staff_confirmed", "x"),
    WrongRow(.declarations, ("R-1", "R-9"), .officeUnknown, "office_code", "R-9"),
    WrongRow(.declarations, ("R-1", "G-1"), .rowRepeated, "office_code", "G-1"),
    WrongRow(
        .associationScores, text: "office_code,cooperation\nG-1,3\nR-1,3\n", .criterionOfOtherKind, "cooperation", "3"),
    WrongRow(.associationScores, text: "office_code,cooperation\nG-1,3\nR-9,\n", .officeUnknown, "office_code", "R-9"),
    WrongRow(.associationScores, text: "office_code,cooperation\nG-1,3\nG-1,4\n", .rowRepeated, "office_code", "G-1"),
    WrongRow(
        .associationScores, text: "office_code,cooperation\nG-1,3\nR-1,11\n", .numberOutOfRange, "cooperation", "11"),
    WrongRow(.satisfactionScores, ("3.5,9", "3.5,-1"), .numberOutOfRange, "respondents", "-1"),
    WrongRow(.satisfactionScores, ("3.5,9", "3/5x,9"), .numberUnreadable, "mean", "3/5x"),
    WrongRow(.satisfactionScores, ("3.5,9", "3.5678,9"), .numberPlacesTooMany, "mean", "3.5678"),
    WrongRow(.satisfactionScores, ("3.5,9", ",9"), .valueMissing, "mean", ""),
    WrongRow(.satisfactionScores, ("R-1", "G-1"), .rowRepeated, "office_code", "G-1"),
    WrongRow(.satisfactionScores, ("R-1", "R-9"), .officeUnknown, "office_code", "R-9"),
    WrongRow(.violations, ("document_tampering", "rudeness"), .choiceUnknown, "kind", "rudeness"),
    WrongRow(.violations, ("R-2,", ","), .valueMissing, "decision_number", ""),
    WrongRow(.violations, ("1400/06/31", "1400/07/31"), .dayNotInCalendar, "decided_on", "1400/07/31"),
    WrongRow(.violations, ("1400/06/31", "1404/01/02"), .dayInFuture, "decided_on", "1404/01/02"),
    WrongRow(.violations, ("no", "شاید"), .flagUnreadable, "is_final", "شاید"),
    WrongRow(.violations, ("R-1,R-2", "R-9,R-2"), .officeUnknown, "office_code", "R-9"),
    WrongRow(
        .violations,
        text:
            "office_code,decision_number,kind,decided_on\nG-1,1,overcharging,1400/02/01\nG-1,1,overcharging,1400/02/02\n",
        .rowRepeated, "decision_number", "1"),
]

/// Resident memory of this process now, in bytes (proc(5), statm: second field, in pages).
private func residentBytes() throws -> Int {
    let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
    return (Int(fields[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
}
