import Foundation
import Testing

@testable import OfficeRanking

@Suite("Files that are no table")
struct FileKindTests {
    @Test(
        "an empty file is refused, also one with a byte order mark or blank lines only",
        arguments: ["", "\u{FEFF}", "\n\r\n  \t\n", " "])
    func empty(text: String) {
        #expect(refusal(of: Array(text.utf8)) == .fileEmpty)
    }

    @Test("blank rows of delimiters only are an empty file too")
    func delimitersOnly() {
        #expect(refusal(of: Array(",,,\n,,,\n".utf8)) == .fileEmpty)
    }

    @Test("a workbook, archive, document or web page is refused as what it is")
    func otherKinds() {
        #expect(refusal(of: [0x50, 0x4B, 3, 4, 20, 0, 6, 0]) == .fileIsWorkbook)
        #expect(refusal(of: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]) == .fileIsWorkbook)
        #expect(refusal(of: [0x1F, 0x8B, 8, 0]) == .fileIsCompressed)
        #expect(refusal(of: Array("%PDF-1.7 a,b".utf8)) == .fileIsBinary)
        #expect(refusal(of: Array("\n <HTML><table>".utf8)) == .fileIsMarkup)
        #expect(refusal(of: Array("a,b\n1,\u{0}".utf8)) == .fileIsBinary)
        #expect(refusal(of: Array("a,\u{1}\u{2}b\n".utf8)) == .fileIsBinary)
    }

    @Test(
        "text in UTF-16 is recognised with and without a byte order mark",
        arguments: ["office_code,area\nG-1,12\n", "کد دفتر,مساحت\nگ-۱,۱۲\n"])
    func utf16(text: String) throws {
        for encoding in [String.Encoding.utf16LittleEndian, .utf16BigEndian, .utf16] {
            let bytes = try #require(text.data(using: encoding))
            #expect(refusal(of: Array(bytes)) == .fileIsUTF16)
        }
    }

    @Test("a file of Persian text in Windows-1256 is refused; other broken text only refuses its row")
    func windows1256() throws {
        // «نام,شهر» and «دفتر یک,رشت» in code page 1256
        let persian: [UInt8] = [0xE4, 0xC7, 0xE3, 0x2C, 0xD4, 0xE5, 0xD1, 0x0A]
        let row: [UInt8] = [0xCF, 0xDD, 0xCA, 0xD1, 0x20, 0xED, 0x98, 0x2C, 0xD1, 0xD4, 0xCA, 0x0A]
        #expect(refusal(of: persian + row) == .fileIsWindows1256)
        #expect(refusal(of: Array("name,city\n".utf8) + row) == .fileIsWindows1256)
        let broken = try rows(of: Array("a,b\n".utf8) + [0xD8] + Array(",1\nرشت,2\nرش".utf8) + row + [0x0A])
        #expect(broken.map(\.fault) == [nil, .textInvalid, nil, .textInvalid])
    }

    @Test("a missing file, a folder and a file without permission are faults, not crashes")
    func paths() throws {
        let report = FindingReport()
        #expect(
            CheckedTable.open(
                TableFile(ImportFile(kind: .offices, path: "/nowhere/table.csv")), columns: [], report: report) == nil)
        #expect(
            CheckedTable.open(
                TableFile(ImportFile(kind: .offices, path: NSTemporaryDirectory())), columns: [], report: report) == nil
        )
        #expect(report.counts == [.fileMissing: 1, .fileIsDirectory: 1])
        #expect(report.first.map(\.file).contains("table.csv"))
        #expect(TableFile.fault(of: FileFailure(code: EACCES)) == Fault(.fileNotPermitted))
        #expect(TableFile.fault(of: FileFailure(code: EIO)).code == .fileUnreadable)
    }

    @Test("a file on disk is read with its size, digest and name")
    func onDisk() throws {
        try withTemporaryPath { path in
            try Data("کد,b\n1,2\n3,4\n".utf8).write(to: URL(filePath: path))
            let report = FindingReport()
            let columns = [ColumnSpec(name: "code", titles: ["کد"], isRequired: true)]
            let specs = columns + [ColumnSpec(name: "b", titles: [], isRequired: false)]
            let table = try #require(
                CheckedTable.open(TableFile(ImportFile(kind: .offices, path: path)), columns: specs, report: report))
            var codes: [String] = []
            table.forEachRow { codes.append($0.cell(0).text) }
            #expect(codes == ["1", "3"] && !report.hasErrors)
            #expect(table.totalBytes == 15 && table.bytesRead == 15 && table.digest?.count == 64)
        }
    }
}
