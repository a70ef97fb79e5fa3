import Foundation
import OfficeRanking
import RankingRules
import Testing

@Suite("A file that cannot be read as a table changes nothing")
struct RefusedFileTests {
    @Test(
        "a file that is not a table is refused as what it is, for every kind of file",
        arguments: ImportKind.allCases.filter(\.isExpected))
    func wholeFiles(kind: ImportKind) async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithSoundFiles(before: kind)
            let before = try await fixture.fingerprint()
            let sound = SoundFiles.texts[kind] ?? ""
            let persian = WrittenTable(sound).titled(SoundFiles.persianTitles[kind] ?? [:]).text()
            let header = sound.prefix { $0 != "\n" } + "\n"
            let cases: [(Data, FindingCode)] = [
                (Data(), .fileEmpty), (Data("\n \n".utf8), .fileEmpty), (Data(header.utf8), .fileHeaderOnly),
                (Data(sound.utf8) + Data([0, 1, 2]), .fileIsBinary),
                (Data([0x50, 0x4B, 3, 4]) + Data(sound.utf8), .fileIsWorkbook),
                (try #require(sound.data(using: .utf16)), .fileIsUTF16),
                (try #require(sound.data(using: .utf16LittleEndian)), .fileIsUTF16),
                (windows1256(persian), .fileIsWindows1256), (Data(cutOff(sound).utf8), .fileTruncated),
                (Data((cutOff(sound) + ",\"open").utf8), .quoteUnterminated),
            ]
            for (bytes, code) in cases {
                let report = FindingReport()
                let outcome = try await fixture.take(kind, bytes: bytes, report: report)
                #expect(outcome.effect == .refused, "\(code)")
                #expect(report.counts[code] == 1, "\(code): \(report.first)")
                let sentences = report.first.map { [$0.reason(in: .persian), $0.reason(in: .english)] }
                #expect(Set(sentences.joined()).count == 2 * Set(report.first.map(\.code)).count)
                #expect(Set(report.first.map(\.file)) == ["\(kind.rawValue).csv"])
            }
            #expect(try await fixture.fingerprint() == before)
        }
    }

    @Test("a missing file and a folder are refused as what they are")
    func noFile() async throws {
        try await Fixture.with { fixture in
            for (path, code) in [("/nowhere/offices.csv", FindingCode.fileMissing), ("/tmp", .fileIsDirectory)] {
                let report = FindingReport()
                let outcome = try await fixture.ranking.importFiles(
                    [ImportFile(kind: .offices, path: path)], ImportOptions(today: Fixture.today), report: report)
                #expect(outcome.effect == .refused && report.first.map(\.code) == [code])
            }
        }
    }

    @Test("a missing column is named, and the rows are not read", arguments: ImportKind.allCases.filter(\.isExpected))
    func missingColumn(kind: ImportKind) async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithSoundFiles(before: kind)
            let before = try await fixture.fingerprint()
            var table = WrittenTable(SoundFiles.texts[kind] ?? "")
            let missing = table.titles.remove(at: 1)
            for row in table.rows.indices { table.rows[row].remove(at: 1) }
            let report = FindingReport()
            let outcome = try await fixture.take(kind, table.text(), report: report)
            #expect(outcome.effect == .refused)
            #expect(report.first.map(\.code) == [.columnMissing] && report.first.map(\.line) == [1])
            let named = SoundFiles.persianTitles[kind]?[missing] ?? missing
            #expect(report.first[0].reason(in: .persian).contains(named), "\(report.first[0])")
            #expect(try await fixture.fingerprint() == before)
        }
    }

    @Test(
        "an unknown column is named, with the one that may be meant",
        arguments: ImportKind.allCases.filter(\.isExpected))
    func unknownColumn(kind: ImportKind) async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithSoundFiles(before: kind)
            let before = try await fixture.fingerprint()
            var table = WrittenTable(SoundFiles.texts[kind] ?? "")
            let misspelled = SoundFiles.misspelledTitles[kind] ?? "office_cod"
            table.titles += ["گل و بلبل", misspelled]
            for row in table.rows.indices { table.rows[row] += ["1", "2"] }
            let report = FindingReport()
            let outcome = try await fixture.take(kind, table.text(), report: report)
            #expect(outcome.effect == .refused)
            #expect(report.first.map(\.code) == [.columnUnknown, .columnUnknownNear])
            #expect(report.first.map(\.column) == ["گل و بلبل", misspelled])
            #expect(try await fixture.fingerprint() == before)
        }
    }

    /// Ends in the middle of the last row, before its last delimiter.
    private func cutOff(_ text: String) -> String {
        String(text[..<(text.lastIndex(of: ",") ?? text.endIndex)])
    }

    /// Letters that the code page has in the places of the Arabic block; enough for the titles.
    private func windows1256(_ text: String) -> Data {
        let letters = Array("ءآأؤإئابةتثجحخدذرزسشصض".unicodeScalars)
        return Data(
            text.unicodeScalars.flatMap { scalar -> [UInt8] in
                if scalar.isASCII { return [UInt8(scalar.value)] }
                if let place = letters.firstIndex(of: scalar) { return [0xC1 + UInt8(place)] }
                let others: [Unicode.Scalar: UInt8] = [
                    "ط": 0xD8, "ظ": 0xD9, "ع": 0xDA, "غ": 0xDB, "ف": 0xDD, "ق": 0xDE, "ک": 0xDF, "ك": 0xDF, "ل": 0xE1,
                    "م": 0xE3, "ن": 0xE4, "ه": 0xE5, "و": 0xE6, "ی": 0xED, "ي": 0xED, "پ": 0x81, "چ": 0x8D, "ژ": 0x8E,
                    "گ": 0x90, "\u{200C}": 0x9D,
                ]
                return [others[scalar] ?? 0x3F]
            })
    }
}

extension Fixture {
    /// Imports bytes as they are.
    @discardableResult
    func take(_ kind: ImportKind, bytes: Data, report: FindingReport) async throws -> ImportOutcome {
        let path = folder.appending(path: "\(kind.rawValue).csv")
        try bytes.write(to: path)
        let options = ImportOptions(period: kind == .offices ? nil : Self.firstHalf, today: Self.today)
        return try await ranking.importFiles(
            [ImportFile(kind: kind, path: path.path(percentEncoded: false))], options, report: report)
    }
}
