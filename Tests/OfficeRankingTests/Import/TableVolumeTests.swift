import Foundation
import RankingRules
import Testing

@testable import OfficeRanking

@Suite("Large tables", .serialized)
struct TableVolumeTests {
    static let specs = [
        ColumnSpec(name: "office_code", titles: ["کد دفتر"], isRequired: true),
        ColumnSpec(name: "name", titles: ["نام"], isRequired: true),
        ColumnSpec(name: "floor_area", titles: ["مساحت"], isRequired: true),
        ColumnSpec(name: "expires_on", titles: ["پایان اعتبار"], isRequired: true),
        ColumnSpec(name: "has_signboard", titles: ["تابلو"], isRequired: true),
    ]

    /// A source of so many rows that never stands in memory as a whole.
    private static func source(rows: Int, of row: @escaping (Int) -> String) -> ByteSource {
        var number = 0
        var left = Array("کد دفتر,نام,مساحت,پایان اعتبار,تابلو\r\n".utf8)[...]
        return { target throws(FileFailure) in
            while left.count < target.count && number < rows {
                left += Array(row(number).utf8)
                number += 1
            }
            let count = min(left.count, target.count)
            target.copyBytes(from: left.prefix(count))
            left = ArraySlice(Array(left.dropFirst(count)))
            return count
        }
    }

    private static func read(rows: Int, of row: @escaping (Int) -> String, into report: FindingReport) throws -> Int {
        let reader = TableReader(source: source(rows: rows, of: row))
        let opened = CheckedTable.open(reader, named: "a.csv", columns: specs, report: report)
        let table = try #require(opened)
        var sound = 0
        table.forEachRow { row in
            _ = row.code(0)
            _ = row.text(1)
            _ = row.decimal(2, places: 1, in: 0...100_000)
            _ = row.day(3)
            _ = row.flag(4)
            if row.isSound { sound += 1 }
        }
        #expect(table.rowCount == rows)
        return sound
    }

    /// Resident memory of this process now, in bytes (proc(5), statm: second field, in pages).
    private static func residentBytes() throws -> Int {
        let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
        return (Int(fields[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
    }

    @Test("three hundred thousand rows, every one wrong, are all reported and memory stays flat")
    func everyRowWrong() throws {
        let wrong = { (number: Int) in "a\(number),دفتر,\(number),شاید\r\n" }
        let report = FindingReport()
        _ = try Self.read(rows: 20_000, of: wrong, into: report)
        let before = try Self.residentBytes()
        let sound = try Self.read(rows: 300_000, of: wrong, into: report)
        let grown = try Self.residentBytes() - before
        #expect(sound == 0 && report.counts == [.cellsTooFew: 320_000])
        // As values in memory the findings take some 80 MB; other suites of this process grow meanwhile.
        #expect(grown < 40_000_000, "grown by \(grown) bytes")
        #expect(report.first.count == 20)
    }

    @Test("a file of more than two gigabytes is read to its end", .enabled(if: repetitions > 1))
    func twoGigabytes() throws {
        let name = String(repeating: "دفتر پیشخوان ", count: 2_500)
        let row = "72,\"\(name)\",1,1400/1/1,1\r\n"
        let rows = 2_300_000_000 / row.utf8.count
        let reader = TableReader(source: Self.source(rows: rows) { _ in row })
        _ = try reader.readHeader()
        var seen = 0
        while let row = try reader.next() {
            seen += 1
            guard row.fault == nil, row.position.row == seen + 1, row.count == 5 else { break }
        }
        #expect(seen == rows && reader.bytesRead > 2_147_483_648 && reader.digest?.count == 64)
    }

    @Test("the report of many findings is written in the order of the lines")
    func longReport() throws {
        let report = FindingReport()
        _ = try Self.read(rows: 10_000, of: { "a \($0),دفتر,1,99/1/1,1\r\n" }, into: report)
        for line in stride(from: 2, through: 10_001, by: 2) {
            report.add(
                .officeUnknown, file: "a.csv", at: RowPosition(row: line), columnName: "office_code", value: "\(line)")
        }
        try withTemporaryPath { path in
            try report.writeCSV(to: path)
            let reader = try TableFile(ImportFile(kind: .offices, path: path)).open()
            _ = try reader.readHeader()
            var lines: [Int] = []
            while let row = try reader.next() { lines.append(Int(row[1].text) ?? 0) }
            #expect(lines.count == 25_000 && lines == lines.sorted())
        }
    }

    @Test("more than 200,000 rows a second are read and checked (printed; asserted in optimised builds only)")
    func speed() throws {
        #if DEBUG
            let rows = 5_000
        #else
            let rows = 400_000
        #endif
        let persian = { (number: Int) in "۷۲-\(number),\"دفتر پيشخوان كوچك\",۵۲٫۵,۱۴۰۰/۰۶/۳۱,بله\r\n" }
        let text = (0..<rows).reduce(into: "کد دفتر,نام,مساحت,پایان اعتبار,تابلو\r\n") { $0 += persian($1) }
        try withTemporaryPath { path in
            try Data(text.utf8).write(to: URL(filePath: path))
            let report = FindingReport()
            let opened = CheckedTable.open(
                TableFile(ImportFile(kind: .offices, path: path)), columns: Self.specs, report: report)
            let table = try #require(opened)
            let clock = ContinuousClock()
            var sum = 0
            let time = clock.measure {
                table.forEachRow { row in
                    sum += row.code(0)?.bytes.count ?? 0
                    sum += row.text(1)?.bytes.count ?? 0
                    sum += Int(row.decimal(2, places: 1, in: 0...100_000) ?? 0)
                    sum += Int(row.day(3)?.rawValue ?? 0)
                    sum += row.flag(4) == true ? 1 : 0
                }
            }
            #expect(report.total == 0 && sum > 0)
            let rate = Double(rows) / (time / .seconds(1))
            print("rows a second: \(Int(rate))")
            #if !DEBUG
                #expect(rate > 200_000)
            #endif
        }
    }
}
