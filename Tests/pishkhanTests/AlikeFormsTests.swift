import OfficeRanking
import RankingRules
import Tables
import Testing
import Wording

@testable import pishkhan

@Suite("One value in every form")
struct AlikeFormsTests {
    /// What programs read of each value, and what people read where it differs.
    private let cells: [(cell: Cell, programs: String, persian: String?, english: String?)] = [
        (.text("G-1400"), "G-1400", nil, nil), (.text("1000000007"), "1000000007", nil, nil),
        (.hash(String(repeating: "0a", count: 32)), String(repeating: "0a", count: 32), nil, nil),
        (.points(Points(rawValue: 71_500)), "71500", "۷۱٫۵", "71.5"), (.tenths(387), "387", "۳۸٫۷٪", "38.7%"),
        (.integer(1_400), "1400", "۱٬۴۰۰", "1,400"), (.flag(true), "true", "بله", "yes"),
        (.flag(false), "false", "خیر", "no"),
        (.word("ranked", LocalizedText(persian: "الف", english: "A")), "ranked", "الف", "A"),
        (.empty, "", "–", "–"),
    ]

    @Test("a cell has the same value in CSV and JSON; codes and digests are the same for people")
    func table() throws {
        let columns = cells.indices.map { AnswerColumn(Label("c\($0)", "", "")) }
        let table = AnswerTable(Label("rows", "", ""), columns, rows: [cells.map(\.cell)])
        let answer = Answer(LocalizedText(persian: "", english: ""), isSample: true, tables: [table])
        let lines = CSVRenderer.text(of: answer).split(separator: "\r\n")
        let fields = lines[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        #expect(fields == cells.map(\.programs) + ["true"])
        for (cell, programs, persian, english) in cells {
            let json = cell.json.text
            #expect(json == programs || json == "\"\(programs)\"" || json == "null" && programs.isEmpty)
            #expect(cell.text(in: .persian) == persian ?? programs)
            #expect(cell.text(in: .english) == english ?? programs)
        }
    }

    @Test("a sample has the same mark in JSON, in CSV and in a streamed table")
    func sample() {
        for isSample in [true, false] {
            var answer = Answer(LocalizedText(persian: "", english: ""), isSample: isSample)
            #expect(JSONRenderer.text(of: answer).contains("\"is_sample\": \(isSample)"))
            #expect(CSVRenderer.text(of: answer) == "key,value\r\nis_sample,\(isSample)\r\n")
            answer.tables = [AnswerTable(Label("rows", "", ""), [AnswerColumn(Label("a", "", ""))], rows: [])]
            var streamed = StreamedAnswer(answer, .csv)
            let text = streamed.opening + streamed.row([.integer(1)]) + streamed.closing
            answer.tables[0].rows = [[.integer(1)]]
            #expect(text == CSVRenderer.text(of: answer) && text == "a,is_sample\r\n1,\(isSample)\r\n")
        }
    }

    @Test("a Persian refusal keeps the digits of codes and writes numbers in Persian digits")
    func refusals() {
        for code in ["G-12", "10203", "1400-H1"] {
            #expect(RankingError.unknownOffice(code).message(in: .persian).contains(code))
        }
        #expect(Digits.persianProse("دورهٔ 1400-H1 در 1400/06/31 با 3 دفتر") == "دورهٔ 1400-H1 در ۱۴۰۰/۰۶/۳۱ با ۳ دفتر")
        #expect(Digits.persianProse("دفتر 12 و 3", keeping: ["12"]) == "دفتر 12 و ۳")
    }

    @Test("a list as CSV with more rows shows the cursor beside it")
    func continuation() {
        var answer = Answer(LocalizedText(persian: "", english: ""))
        answer.tellMore(after: String?.none)
        #expect(answer.continuation == nil)
        answer.tellMore(after: "abc")
        #expect(answer.continuation?.english == "There is more: --after abc")
    }

    @Test("options with half-years and whole numbers are read in any digits")
    func options() throws {
        for text in ["1400-H1", "۱۴۰۰-H۱", "1400/1", "۱۴۰۰/۱"] {
            #expect(HalfYear(argument: text)?.description == "1400-H1")
        }
        #expect(try wholeNumber("۵۰") == 50)
        #expect(throws: (any Error).self) { try wholeNumber("x") }
    }
}
