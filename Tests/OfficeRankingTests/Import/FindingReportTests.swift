import Foundation
import RankingRules
import TestDatabase
import Testing

@testable import OfficeRanking

@Suite("The report of findings")
struct FindingReportTests {
    private func finding(_ line: Int?, _ file: String = "a.csv", _ code: FindingCode = .flagUnreadable) -> Finding {
        Finding(code, file: file, line: line, column: "b", value: "x", arguments: [])
    }

    private func all(_ report: FindingReport) throws -> [Finding] {
        var findings: [Finding] = []
        try report.forEach { findings.append($0) }
        return findings
    }

    @Test("findings come back in the order of files, lines and arrival, with the file as a whole first")
    func order() throws {
        let report = FindingReport()
        let added = [finding(5), finding(2, "b.csv"), finding(3), finding(3, "a.csv", .valueMissing), finding(nil)]
        for finding in added { report.add(finding) }
        let expected = [added[4], added[2], added[3], added[0], added[1]]
        #expect(try all(report) == expected)
        #expect(report.first == expected)
        #expect(report.counts == [.flagUnreadable: 4, .valueMissing: 1] && report.errorCount == 5)
    }

    @Test("a report keeps the first twenty findings in memory, whatever their order of arrival")
    func firstOnes() {
        let report = FindingReport()
        for line in (1...500).reversed() { report.add(finding(line)) }
        #expect(report.first.map(\.line) == Array(1...20))
    }

    @Test("findings of the database are merged by line with those of the file, under the file's own column titles")
    func merging() throws {
        let report = FindingReport()
        let specs = [ColumnSpec(name: "office_code", titles: ["کد دفتر"], isRequired: true, isPersonal: true)]
        let table = try #require(openTable("كد دفتر\nx y\n1\n", specs, into: report))
        table.forEachRow { _ = $0.code(0) }
        report.add(.officeUnknown, file: table.file, at: RowPosition(row: 3), columnName: "office_code", value: "1")
        report.add(
            .rowRepeated, file: table.file, at: RowPosition(row: 2), columnName: nil, value: nil, arguments: ["1"])
        let merged = try all(report)
        #expect(merged.map(\.code) == [.codeHasSpace, .rowRepeated, .officeUnknown])
        #expect(merged.map(\.column) == ["کد دفتر", nil, "کد دفتر"])
        #expect(merged.map(\.value) == ["***", nil, "***"])
    }

    @Test("findings that exceed the memory come back sorted and complete")
    func spilling() throws {
        var generator = SeededGenerator(seed: printedSeed())
        var spool = FindingSpool(bufferSize: 1_000)
        let lines = (0..<5_000).map { _ in Int.random(in: 1...900, using: &generator) }
        for (number, line) in lines.enumerated() {
            let text = String(repeating: "ا", count: Int.random(in: 0...40, using: &generator))
            _ = spool.add(
                Finding(.choiceUnknown, file: "a", line: line, value: text, arguments: [String(number), text]))
        }
        #expect(spool.spilledBytes > 0)
        var seen: [(line: Int, number: Int)] = []
        var reader = try spool.contents().reader()
        while let finding = try reader.next() {
            #expect(finding.value == finding.arguments[1] && finding.code == .choiceUnknown)
            seen.append((try #require(finding.line), try #require(Int(finding.arguments[0]))))
        }
        let expected = lines.enumerated().map { ($0.element, $0.offset) }.sorted { $0 < $1 }
        #expect(seen.elementsEqual(expected, by: ==))
    }

    @Test("findings that exceed the memory are written to the given folder as an unnamed file")
    func folder() throws {
        try withTemporaryPath { path in
            var lost = FindingSpool(bufferSize: 100, in: path)
            for line in 1...200 { _ = lost.add(finding(line)) }
            #expect(throws: FileFailure.self) { try lost.contents() }
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
            var spool = FindingSpool(bufferSize: 100, in: path)
            for line in 1...200 { _ = spool.add(finding(line)) }
            #expect(try spool.contents().runs.count == 1)
            #expect(try FileManager.default.contentsOfDirectory(atPath: path).isEmpty)
        }
    }

    @Test("findings that arrive in order are written to disk as one sorted run")
    func oneRun() throws {
        var spool = FindingSpool(bufferSize: 100)
        for line in 1...200 { _ = spool.add(finding(line)) }
        #expect(try spool.contents().runs.count == 1)
    }

    @Test("the report as CSV opens in Excel: byte order mark, CRLF, quotes, and nothing that is a formula")
    func csv() throws {
        let report = FindingReport()
        report.add(
            Finding(.numberOutOfRange, file: "=a.csv", line: 7, column: "+b", value: "-5", arguments: ["0", "100"]))
        report.add(Finding(.flagUnreadable, file: "a.csv", line: 8, column: "@c", value: "x,\"y\"\n=z"))
        let text = try withTemporaryPath { path in
            try report.writeCSV(to: path)
            return try Data(contentsOf: URL(filePath: path))
        }
        #expect(text.starts(with: [0xEF, 0xBB, 0xBF]))
        let parsed = try cells(of: String(decoding: text, as: UTF8.self))
        #expect(parsed[0] == ["file", "sheet", "line", "column", "value", "code", "reason_fa", "reason_en"])
        #expect(
            parsed[1] == [
                "'=a.csv", "", "7", "'+b", "'-5", "number_out_of_range", "این عدد باید از ۰ تا ۱۰۰ باشد.",
                "This number must be from 0 to 100.",
            ])
        #expect(parsed[2][3...4] == ["'@c", "x,\"y\"\n=z"])
        #expect(String(decoding: text, as: UTF8.self).split(separator: "\r\n").count == 3)
    }

    @Test("a shown value is one line of at most sixty characters, a personal one is masked")
    func shownValues() {
        #expect(Finding.shown("a\r\nb\tc", isPersonal: false) == "a  b c")
        for (count, expected) in [(59, 59), (60, 60), (61, 61)] {
            let shown = Finding.shown(String(repeating: "ب", count: count), isPersonal: false)
            #expect(shown.count == expected && shown.hasSuffix("…") == (count > 60))
        }
        #expect(Finding.shown("0932833810", isPersonal: true) == "***")
    }

    @Test("a finding reads like a compiler's message")
    func description() {
        let finding = Finding(.flagUnreadable, file: "a.csv", line: 12, column: "تابلو", value: "شاید")
        #expect("\(finding)" == "a.csv:12: error: تابلو: «شاید»: Only yes or no is accepted here. [flag_unreadable]")
    }

    @Test("every code has a full sentence in both languages, and Persian ones no Latin digits of their own")
    func catalogue() {
        for code in FindingCode.allCases {
            let sentence = FindingCatalogue.sentence(of: code)
            for text in [sentence.persian, sentence.english] {
                #expect(text.hasSuffix("."), "\(code)")
                #expect(!text.contains("  "), "\(code)")
            }
            #expect(sentence.persian.contains(/[آ-ی]/) && !sentence.english.contains(/[آ-ی]/), "\(code)")
            // ي and ك are the Arabic letters
            #expect(!sentence.persian.contains(/[يك]/), "\(code)")
            #expect(code.rawValue.wholeMatch(of: /[a-z0-9]+(_[a-z0-9]+)*/) != nil)
        }
    }

    @Test("a Persian sentence has Persian digits in its numbers and keeps the digits of names")
    func persianDigits() {
        let range = Finding(.numberOutOfRange, file: "a", arguments: ["-0.5", "1000"])
        #expect(range.reason(in: .persian) == "این عدد باید از -۰٫۵ تا ۱۰۰۰ باشد.")
        let column = Finding(.columnMissing, file: "a", arguments: ["code2"])
        #expect(column.reason(in: .persian) == "ستون «code2» در پرونده نیست. این ستون الزامی است.")
    }
}
