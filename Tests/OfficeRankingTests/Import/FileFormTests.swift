import Foundation
import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("Forms in which a file may be written")
struct FileFormTests {
    @Test(
        "a file means the same with another byte order mark, line end, delimiter, quoting, column order or language",
        arguments: ImportKind.allCases.filter(\.isExpected))
    func forms(kind: ImportKind) async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithSoundFiles(before: kind)
            let table = WrittenTable(SoundFiles.texts[kind] ?? "")
            if kind != .offices { #expect(try await fixture.take(kind, table.text()).effect == .stored) }
            let before = try await fixture.fingerprint()
            let persian = table.titled(SoundFiles.persianTitles[kind] ?? [:])
            let forms = [
                table.text(), "\u{FEFF}" + table.text(), table.text(lineEnd: "\r\n"), table.text(delimiter: ";"),
                table.text(delimiter: "\t"), table.text(quoting: true), table.reversed.text(), persian.text(),
                persian.messy.text(), "\u{FEFF}" + persian.reversed.messy.text(delimiter: ";", lineEnd: "\r\n"),
                String(table.text().dropLast()), table.text() + "\n\n",
            ]
            for text in forms {
                let report = FindingReport()
                let outcome = try await fixture.take(kind, text, report: report)
                #expect(outcome.effect == .unchanged, "\(text) \(report.first)")
                #expect(outcome.files[0].unchanged == table.rows.count)
            }
            #expect(try await fixture.fingerprint() == before)
        }
    }

    @Test("a quoted cell may hold delimiters, quotes and line breaks; findings still name the line of the file")
    func quotedCells() async throws {
        try await Fixture.with { fixture in
            let header =
                "code,kind,province,county,locality,holder_national_id,holder_name,licence_number,licensed_on,state"
            let text = """
                \(header)
                G-1,urban,گیلان,رشت,رشت,\(legalID(1)),"شرکت ""یکم"", رشت
                شعبه دو",پ-1,1395/01/01,active
                G-2,urban,گیلان,رشت,رشت,\(legalID(2)),دوم,پ-2,1400-12-30,active

                """
            let report = FindingReport()
            let outcome = try await fixture.take(.offices, text, acceptsValid: true, report: report)
            #expect(report.first.map(\.line) == [4] && report.first.map(\.code) == [.dayNotInCalendar])
            #expect(outcome.files[0].inserted == 1)
            let holder = try await fixture.ranking.office("G-1").values[.holderName]
            guard case .text(let name) = holder else { throw RankingError.failed("no name") }
            #expect(name.hasPrefix("شرکت \"یکم\", رشت"))
        }
    }

    @Test("a new village spelled in several ways is created once and reported")
    func villages() async throws {
        try await Fixture.with { fixture in
            let names = ["سیاه‌کلان", "سياه كلان", "سیاه کلان", "سیاهکلان"]
            let lines = names.enumerated().map { number, name in
                OfficeLine(code: "R-\(number)", kind: "rural", county: "لاهیجان", locality: name)
            }
            let report = FindingReport()
            try await fixture.take(.offices, OfficeLine.file(lines), report: report)
            #expect(report.first.map(\.code) == [.placeNew] && report.first.map(\.line) == [2])
            #expect(try await fixture.localities(of: "سیاه‌کلان") == 1)
            let again = FindingReport()
            try await fixture.take(.offices, OfficeLine.file(lines[3], .init(code: "G-1")), report: again)
            #expect(again.total == 0)
        }
    }

    @Test("provinces and counties are also known by their codes, with or without the zeros in front")
    func codesOfPlaces() async throws {
        try await Fixture.with { fixture in
            for (number, place) in [("01", "0105"), ("1", "105"), ("گیلان", "رشت")].enumerated() {
                let line = OfficeLine(code: "G-\(number)", province: place.0, county: place.1)
                #expect(try await fixture.take(.offices, OfficeLine.file(line)).effect == .stored)
            }
            for (province, county) in [("011", "رشت"), ("گیلان", "01055"), ("گی", "رشت")] {
                let line = OfficeLine(code: "G-9", province: province, county: county)
                let report = FindingReport()
                try await fixture.take(.offices, OfficeLine.file(line), report: report)
                #expect(report.first.map(\.code) == [.placeUnknown])
            }
        }
    }
}

extension Fixture {
    fileprivate func localities(of name: String) async throws -> Int {
        try await number(
            "select count(*) from registry.locality where name_key = registry.name_key(\(name)) and kind = 'village'")
    }
}
