import RankingRules
import Testing

@testable import OfficeRanking

@Suite("Checked rows of a table")
struct CheckedTableTests {
    static let specs = [
        ColumnSpec(name: "office_code", titles: ["کد دفتر"], isRequired: true),
        ColumnSpec(name: "floor_area", titles: ["مساحت"], isRequired: true, mayBeEmpty: true),
        ColumnSpec(name: "expires_on", titles: ["پایان اعتبار"], isRequired: false),
        ColumnSpec(name: "manager_code", titles: ["کد ملی مدیر"], isRequired: false, isPersonal: true),
    ]

    private func findings(_ text: String) throws -> (sound: [Bool], report: FindingReport) {
        let report = FindingReport()
        let table = try #require(openTable(text, Self.specs, into: report))
        var sound: [Bool] = []
        table.forEachRow { row in
            _ = row.code(0)
            _ = row.decimal(1, places: 1, in: 0...99_999)
            _ = row.day(2)
            _ = row.value(3, .nationalID)
            sound.append(row.isSound)
        }
        return (sound, report)
    }

    @Test("every wrong cell of every row is found, with line, column title and value")
    func allFindings() throws {
        let (sound, report) = try findings(
            "کد دفتر,مساحت,پایان اعتبار,کد ملی مدیر\n۱,۵۲٫۵,,0932833810\n,x,99/1/1,0932833811\n2,,1400/1/1,\n")
        #expect(sound == [true, false, true])
        #expect(
            report.first.map(\.code) == [
                .valueMissing, .numberUnreadable, .dayYearTwoDigits, .nationalCodeCheckDigit,
            ])
        #expect(report.first.map(\.line) == [3, 3, 3, 3])
        #expect(report.first.map(\.column) == ["کد دفتر", "مساحت", "پایان اعتبار", "کد ملی مدیر"])
        #expect(report.first.map(\.value) == ["", "x", "99/1/1", "***"])
    }

    @Test("a column that the file does not have is nil without a finding")
    func absentColumns() throws {
        let (sound, report) = try findings("کد دفتر,مساحت\n1,2\n")
        #expect(sound == [true] && report.total == 0)
    }

    @Test("a row with too few or too many cells is one finding and none of its cells is read")
    func shape() throws {
        let (sound, report) = try findings("کد دفتر,مساحت\n1\n,2,3\n1,2\n")
        #expect(sound == [false, false, true])
        #expect(report.first.map(\.code) == [.cellsTooFew, .cellsTooMany])
        #expect(report.first.map(\.arguments) == [["1", "2"], ["3", "2"]])
    }

    @Test("a short last row without a line end is reported as a truncated file")
    func truncated() throws {
        #expect(try findings("کد دفتر,مساحت\n1,2\n3").report.first.map(\.code) == [.fileTruncated])
        #expect(try findings("کد دفتر,مساحت\n1,2\n3,\"4").report.first.map(\.code) == [.quoteUnterminated])
        #expect(try findings("کد دفتر,مساحت\n1,2\n3,4").report.total == 0)
    }

    @Test("blank rows between other rows give one notice and no error")
    func blankRows() throws {
        let (sound, report) = try findings("کد دفتر,مساحت\n1,2\n\n,\n3,4\n\n")
        #expect(sound == [true, true] && !report.hasErrors)
        #expect(report.first.map(\.code) == [.rowBlank] && report.first.first?.line == 5)
    }

    @Test("a refused row keeps its text for the list of refused rows")
    func rawText() throws {
        let report = FindingReport()
        let source = TableReader(bytes: Array("کد دفتر;مساحت\r\n\"a;\"\"b\";۵\r\n".utf8))
        let opened = CheckedTable.open(source, named: "a.csv", columns: Self.specs, report: report)
        let table = try #require(opened)
        let row = try #require(table.next())
        #expect(row.code(0)?.text == nil && !row.isSound)
        #expect(source.rawText == "\"a;\"\"b\";۵")
        row.refuse(1, Fault(.valueConflict))
        #expect(report.first.map(\.value) == ["a;\"b", "۵"])
    }

    @Test("a fault of the whole file ends its reading and is reported")
    func brokenInTheMidst() throws {
        let limits = ReadingLimits(row: 64, chunk: 16, probe: 8, rereading: 200)
        let text = "کد دفتر,مساحت\n" + String(repeating: "\"x\"y,\n", count: 50)
        let report = FindingReport()
        let reader = TableReader(limits: limits, source: source(Array(text.utf8)))
        let opened = CheckedTable.open(reader, named: "a.csv", columns: Self.specs, report: report, limits: limits)
        let table = try #require(opened)
        table.forEachRow { #expect(!$0.isSound) }
        #expect(!table.isWhole && table.digest == nil)
        #expect(report.counts[.rowsBrokenTooMany] == 1)
    }

    @Test("a file in another code page is reported with the line where this is seen")
    func otherCodePage() throws {
        let report = FindingReport()
        let bytes = Array("office_code,floor_area\r\n1,2\r\n".utf8) + [0xD1, 0xD4, 0xCA, 0xED, 0x2C, 0x31, 0x0D, 0x0A]
        let reader = TableReader(source: source(bytes + Array("2,3\r\n".utf8)))
        let opened = CheckedTable.open(reader, named: "a.csv", columns: Self.specs, report: report)
        let table = try #require(opened)
        table.forEachRow { _ in }
        #expect(report.first.map(\.code) == [.fileIsWindows1256] && report.first.map(\.line) == [3])
    }

    @Test("a header that cannot be read is a fault with its line")
    func brokenHeader() {
        let report = FindingReport()
        #expect(openTable("\n\"a\" b,c\n1,2\n", Self.specs, into: report) == nil)
        #expect(report.first.map(\.code) == [.quoteMisplaced] && report.first.map(\.line) == [2])
    }
}
