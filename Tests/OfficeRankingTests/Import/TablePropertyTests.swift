import TestDatabase
import Testing

@testable import OfficeRanking

@Suite("Random tables")
struct TablePropertyTests {
    private struct Dialect {
        let delimiter: String
        let lineEnds: [String]
        let quoting: Int

        init(_ generator: inout SeededGenerator) {
            delimiter = [",", ";", "\t"].randomElement(using: &generator) ?? ","
            let choices = [["\n"], ["\r\n"], ["\n", "\r\n"], ["\n", "\r\n", "\r"]]
            lineEnds = choices.randomElement(using: &generator) ?? ["\n"]
            quoting = Int.random(in: 0...2, using: &generator)
        }

        func written(_ cell: String, _ generator: inout SeededGenerator) -> String {
            let mustQuote = cell.unicodeScalars.contains { ",;\t\"\r\n".unicodeScalars.contains($0) }
            let mayQuote = quoting == 2 || quoting == 1 && Bool.random(using: &generator)
            guard mustQuote || mayQuote else { return cell }
            // By scalars: a quote before a non-joiner is not a character of its own.
            let doubled = cell.unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }
            return "\"" + String(String.UnicodeScalarView(doubled)) + "\""
        }
    }

    private func randomCell(_ generator: inout SeededGenerator) -> String {
        let alphabet = Array("abc ۱۲۳کي,;\t\"\r\nآ\u{200C}😀".unicodeScalars)
        var scalars = String.UnicodeScalarView(["x"])
        for _ in 0..<Int.random(in: 0...8, using: &generator) {
            scalars.append(alphabet[Int.random(in: 0..<alphabet.count, using: &generator)])
        }
        return String(scalars)
    }

    @Test("a random table in a random dialect is read back equal, however the bytes arrive")
    func roundTrip() throws {
        var generator = SeededGenerator(seed: printedSeed())
        for _ in 0..<200 * repetitions {
            let dialect = Dialect(&generator)
            let width = Int.random(in: 2...6, using: &generator)
            var table = [(0..<width).map { "title\($0)" }]
            for _ in 0..<Int.random(in: 0...12, using: &generator) {
                table.append((0..<width).map { _ in randomCell(&generator) })
            }
            var text = Bool.random(using: &generator) ? "\u{FEFF}" : ""
            for row in table {
                text += row.map { dialect.written($0, &generator) }.joined(separator: dialect.delimiter)
                text += dialect.lineEnds.randomElement(using: &generator) ?? "\n"
            }
            let bytes = Array(text.utf8)
            let pieces = bytes.map { _ in Int.random(in: 1...9, using: &generator) }
            let limits = ReadingLimits(row: 4_096, chunk: Int.random(in: 1...64, using: &generator), probe: 4)
            let read = try rows(of: bytes, pieces: pieces, limits: limits)
            #expect(read.map(\.cells) == table)
            #expect(read.allSatisfy { $0.fault == nil })
        }
    }

    @Test("random bytes are rows or faults, never a crash, and every split gives the same")
    func randomBytes() {
        var generator = SeededGenerator(seed: printedSeed())
        let likely = Array("\"\"\"\",,,;;\n\n\r\r\t ab1".utf8) + [0x00, 0xFF, 0xD8, 0xA7, 0xEF, 0xBB, 0xBF, 0x01]
        let report = FindingReport()
        let specs = [ColumnSpec(name: "a", titles: ["b"], isRequired: false)]
        for _ in 0..<2_000 * repetitions {
            let count = Int.random(in: 0...80, using: &generator)
            let bytes = Array("a,b\n".utf8) + (0..<count).map { _ in likely.randomElement(using: &generator) ?? 0 }
            let whole = try? rows(of: bytes, limits: smallLimits)
            let pieces = bytes.map { _ in Int.random(in: 1...5, using: &generator) }
            #expect(whole == (try? rows(of: bytes, pieces: pieces, limits: smallLimits)), "\(bytes)")
            let reader = TableReader(limits: smallLimits, source: source(bytes))
            let table = CheckedTable.open(reader, named: "a", columns: specs, report: report, limits: smallLimits)
            table?.forEachRow { row in
                _ = row.wholeNumber(0)
                _ = row.day(0)
                _ = row.text(0)
            }
        }
        #expect(report.total > 0)
    }

    @Test("cells of random bytes are values or faults, never a crash")
    func randomCells() {
        var generator = SeededGenerator(seed: printedSeed())
        let likely = Array("0123456789/-.eE+HhTxی٫٬ : ".utf8) + [0xFF, 0xD9, 0xE2]
        for _ in 0..<2_000 * repetitions {
            let count = Int.random(in: 1...14, using: &generator)
            let bytes = (0..<count).map { _ in likely.randomElement(using: &generator) ?? 0 }
            bytes.withUnsafeBufferPointer { buffer in
                let cell = Cell(bytes: buffer)
                _ = try? cell.decimal(places: 3)
                _ = try? cell.day()
                _ = try? cell.halfYear()
                _ = try? cell.code()
                _ = try? cell.nationalCode()
                _ = try? cell.legalID()
                _ = try? cell.flag()
            }
        }
    }
}
