import Testing

@testable import OfficeRanking

@Suite("Rows of a CSV file")
struct TableReaderTests {
    @Test("a table is read with or without a byte order mark, with LF, CRLF, CR and all of them mixed")
    func lineEnds() throws {
        let expected = [["a", "b"], ["1", "2"], ["3", "4"]]
        for text in ["a,b\n1,2\n3,4\n", "\u{FEFF}a,b\r\n1,2\r\n3,4\r\n", "a,b\r1,2\r3,4", "a,b\r\n1,2\r3,4\n"] {
            #expect(try cells(of: text) == expected)
        }
    }

    @Test(
        "the delimiter is the one that gives the header the most cells",
        arguments: [
            ("a,b,c\n1,2,3", ","), ("a;b;c\n1;2;3", ";"), ("a\tb\tc\n1\t2\t3", "\t"), ("a,b;c;d,e;f\n", ";"),
            ("\"a;b\",\"c;d\"\n", ","), ("alone\n1\n", ","),
        ])
    func delimiter(text: String, delimiter: String) throws {
        let reader = TableReader(source: source(Array(text.utf8)))
        _ = try reader.readHeader()
        #expect(reader.delimiter == delimiter.utf8.first)
    }

    @Test("a quoted cell may hold delimiters, line ends and doubled quotes")
    func quotes() throws {
        let table = try cells(of: "a,b\n\"x,\"\"y\"\"\r\nz\",\"\"\n\"\"\"\",2\n")
        #expect(table == [["a", "b"], ["x,\"y\"\r\nz", ""], ["\"", "2"]])
    }

    @Test("a quote inside an unquoted cell stands for itself")
    func literalQuote() throws {
        #expect(try cells(of: "a,b\n5\" pipe,x\n") == [["a", "b"], ["5\" pipe", "x"]])
    }

    @Test("a row's line is the physical line where it begins")
    func lines() throws {
        let table = try rows(of: "\r\na,b\n\"1\n\n2\",x\r\n3,\"4\r\n5\r6\"\n7,8")
        #expect(table.map(\.line) == [2, 3, 6, 9])
        #expect(table[1].raw == "\"1\n\n2\",x")
    }

    @Test("blank rows are skipped and counted for the row after them")
    func blankRows() throws {
        let reader = TableReader(source: source(Array("a,b\n\n,\n1,2\n , \n\n\n".utf8)))
        _ = try reader.readHeader()
        let row = try #require(try reader.next())
        #expect(row.position.row == 4 && row.blankRowsBefore == 2)
        #expect(try reader.next() == nil)
    }

    @Test("a stray quote refuses its own line, not the rest of the file")
    func strayQuotes() throws {
        let misplaced = try rows(of: "a,b\n\"1\" x,2\n3,4\n")
        #expect(misplaced.map(\.fault) == [nil, .quoteMisplaced, nil])
        #expect(misplaced[1].raw == "\"1\" x,2")
        #expect(misplaced[2].cells == ["3", "4"])

        let open = try rows(of: "a,b\n1,\"2\n3,4\n5,6")
        #expect(open.map(\.fault) == [nil, .quoteUnterminated, nil, nil])
        #expect(open.map(\.line) == [1, 2, 3, 4])
        #expect(try rows(of: "a,b\n1, \"2\"\n").last?.fault == .quoteMisplaced)
    }

    @Test("cells, rows and columns beyond their limit are faults of their row")
    func limits() throws {
        let limits = smallLimits
        for (cell, fault) in [(limits.cell - 1, nil), (limits.cell, nil), (limits.cell + 1, FindingCode.cellTooLong)] {
            let text = "a,b\n\(String(repeating: "x", count: cell)),2\n3,4\n"
            #expect(try rows(of: text, limits: limits).map(\.fault) == [nil, fault, nil])
        }
        for (columns, fault) in [(8, nil), (9, FindingCode.columnsTooMany)] {
            let wide = { Array(repeating: $0, count: $1).joined(separator: ",") }
            let text = "\(wide("t", 8))\n\(wide("x", columns))\n\(wide("3", 8))\n"
            #expect(try rows(of: text, limits: limits).map(\.fault) == [nil, fault, nil])
        }
    }

    @Test("a row of exactly the limit is read, one byte more is refused")
    func rowLimit() throws {
        let row = Array(repeating: String(repeating: "x", count: 50), count: 5).joined(separator: ",")
        // 5 × 50 characters and 4 delimiters make 254 bytes
        for (added, fault) in [(1, nil), (2, nil), (3, FindingCode.rowTooLong), (500, .rowTooLong)] {
            let long = "\"" + String(repeating: "y", count: 48 + added) + "\"" + row.dropFirst(50)
            let table = try rows(
                of: "a,b,c,d,e\n\(long)\n3,4,5,6,7\n", limits: ReadingLimits(row: 256, chunk: 32, probe: 8))
            #expect(table.map(\.fault) == [nil, fault, nil], "\(added)")
            #expect(table.last?.line == 3)
        }
    }

    @Test("a control character and text that is no UTF-8 are faults of their row")
    func unreadableText() throws {
        let bytes = Array("a,b\n1,x\u{1}y\n3,\"\u{0}\"\n".utf8) + [0x35, 0x2C, 0xFF, 0x0A] + Array("7,8".utf8)
        let table = try rows(of: bytes, limits: smallLimits)
        #expect(table.map(\.fault) == [nil, .controlCharacter, .controlCharacter, .textInvalid, nil])
    }

    @Test("every split of a file into chunks gives the same rows")
    func chunkBoundaries() throws {
        let sound = "\u{FEFF}کد;b\r\n\"x;\"\"\r\n\"\"\";۱۲\r\n;\r\n\r3;\"a\n\r\nb\"\r\r\n"
        let text = sound + "\"bad\"x;1\r\nش;\"open\r\nlast;\"q\"\"\""
        let bytes = Array(text.utf8)
        let whole = try rows(of: bytes)
        #expect(whole.count == 6)
        for first in 0...bytes.count {
            for second in [1, 2, 3, 7, bytes.count] {
                let table = try rows(of: bytes, pieces: [max(first, 1), second], limits: smallLimits)
                #expect(table == whole, "split at \(first), then \(second)")
            }
        }
        let single = try rows(of: bytes, pieces: Array(repeating: 1, count: bytes.count), limits: smallLimits)
        #expect(single == whole)
    }

    @Test("the digest of a file is the SHA-256 of all its bytes, and they are counted")
    func digest() throws {
        let reader = TableReader(totalBytes: 8, source: source(Array("a,b\n1,2\n".utf8), pieces: [3, 3]))
        _ = try reader.readHeader()
        while try reader.next() != nil {}
        // printf 'a,b\n1,2\n' | sha256sum
        #expect(reader.digest == "492d5ea496056f1a6a6592241032fab764c321596317930b4fa0e1e8bc3b7470")
        #expect(reader.bytesRead == 8 && reader.totalBytes == 8)
    }
}
