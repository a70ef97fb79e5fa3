import RankingRules
import Tables
import Testing
import Wording

@testable import pishkhan

@Suite("What people and programs read")
struct OutputTests {
    @Test(
        "a Persian text is as wide as its letters: joiners, marks and direction signs take no column",
        arguments: [
            ("رتبه‌بندی", 8), ("نیمهٔ نخست", 9), ("مؤسسه", 5), ("ﻻ", 1), ("كِتابٌ", 4), ("\u{2066}G-1\u{2069}", 3),
            ("۱٬۲۳۴٫۵", 7), ("中文", 4), ("", 0),
        ])
    func width(text: String, columns: Int) {
        #expect(DisplayWidth.of(text) == columns)
    }

    @Test(
        "points, percentages and numbers are written as each language writes them",
        arguments: [
            (Cell.points(Points(rawValue: 1_234_500)), "۱٬۲۳۴٫۵", "1,234.5"),
            (.points(Points(rawValue: -500)), "\u{200E}−۰٫۵", "-0.5"),
            (.tenths(387), "۳۸٫۷٪", "38.7%"), (.share(284, tenths: 1_000), "۲۸۴ (۱۰۰٫۰٪)", "284 (100.0%)"),
            (.integer(1_234_567), "۱٬۲۳۴٬۵۶۷", "1,234,567"), (.flag(true), "بله", "yes"), (.empty, "–", "–"),
            (.hash("0123456789abcdef"), "0123456789abcdef", "0123456789abcdef"),
        ])
    func shown(cell: Cell, persian: String, english: String) {
        #expect(cell.text(in: .persian) == persian)
        #expect(cell.text(in: .english) == english)
    }

    @Test("a sentence keeps the direction of its language around codes, and a code keeps its own")
    func directions() {
        let sentence = "این مهلت هنوز باز است: «office»"
        #expect(TextDirection.isolatedSentence(sentence, in: .persian) == "\u{2067}\(sentence)\u{2069}")
        #expect(TextDirection.isolatedSentence("دفتر", in: .persian) == "دفتر")
        #expect(TextDirection.isolatedSentence("SAMPLE", in: .persian) == "\u{2066}SAMPLE\u{2069}")
        #expect(TextDirection.isolatedSentence("office «سیل»", in: .english) == "\u{2066}office «سیل»\u{2069}")
        #expect(TextDirection.isolated("پ-GL-12", in: .persian) == "\u{2066}پ-GL-12\u{2069}")
    }

    @Test("a day is written in the Jalali calendar, with slashes in Persian")
    func days() throws {
        let leapDay = try #require(JalaliDate("1399-12-30")).dayNumber
        #expect(Cell.day(leapDay).text(in: .persian) == "۱۳۹۹/۱۲/۳۰")
        #expect(Cell.day(leapDay).text(in: .english) == "1399-12-30")
        let half = try #require(HalfYear("1400-H2"))
        #expect(Cell.halfYear(half).text(in: .persian) == "نیمهٔ دوم ۱۴۰۰")
    }

    @Test("JSON gives points as whole thousandths, without floating-point numbers")
    func thousandths() {
        let table = AnswerTable(
            Label("rows", "", ""), [AnswerColumn(Label("total", "", "")), AnswerColumn(Label("share", "", ""))],
            rows: [[.points(Points(rawValue: 71_500)), .share(1, tenths: 333)]])
        let answer = Answer(LocalizedText(persian: "", english: ""), isSample: false, tables: [table])
        #expect(
            JSONRenderer.text(of: answer) == """
                {
                  "is_sample": false,
                  "rows": [
                    {"total": 71500, "share": {"offices": 1, "tenths": 333}}
                  ]
                }

                """)
    }

    @Test("JSON escapes quotes, backslashes and control characters")
    func escapes() throws {
        let text = "a\"b\\c\nd\u{1}e\u{7F}ی\u{200C}"
        let json = JSONValue.object([("text", .string(text))]).text
        #expect(try JSON(json)["text"].text == text)
        #expect(json.contains(#"a\"b\\c\nd\u0001e\u007f"#))
    }

    @Test("CSV quotes delimiters, quotes and line ends, and ends its lines with CRLF")
    func quotes() {
        let table = AnswerTable(
            Label("rows", "", ""), [AnswerColumn(Label("a", "", "")), AnswerColumn(Label("b", "", ""))],
            rows: [[.text("x,\"y\"\u{301}"), .text("1\n2")], [.empty, .flag(false)]])
        let answer = Answer(LocalizedText(persian: "", english: ""), isSample: true, tables: [table])
        #expect(
            CSVRenderer.text(of: answer)
                == "a,b,is_sample\r\n\"x,\"\"y\"\"\u{301}\",\"1\n2\",true\r\n,false,true\r\n")
    }

    @Test("a text in CSV is never a spreadsheet formula; negative numbers stay numbers")
    func formulas() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"] {
            #expect(Cell.text(text).field == "'" + text)
            #expect(Cell.localized(LocalizedText(persian: text, english: "x")).field == "'" + text)
            #expect(Cell.text(text).json.text == JSONValue.string(text).text)
        }
        #expect(Cell.integer(-1).field == "-1" && Cell.points(Points(rawValue: -500)).field == "-500")
        #expect(Cell.text("1-2").field == "1-2" && Cell.text("").field.isEmpty && Cell.empty.field.isEmpty)
    }

    @Test("a text from a file cannot control the terminal or reverse a line")
    func terminalCommands() {
        #expect(Cell.text("a\u{1B}[2Jb\u{202E}c").text(in: .english) == "a\u{FFFD}[2Jb\u{FFFD}c")
    }

    @Test("Persian columns are aligned from right to left, English numbers to the right")
    func alignment() {
        let title = LocalizedText(persian: "فهرست", english: "List")
        let table = AnswerTable(
            Label("rows", "فهرست", "List"),
            [AnswerColumn(Label("name", "نام", "Name")), AnswerColumn(Label("count", "شمار", "Count"), .number)],
            rows: [[.text("رتبه‌بندی"), .integer(7)], [.text("G-1"), .integer(1_000)]])
        let answer = Answer(title, tables: [table])
        #expect(
            TextRenderer(language: .persian).text(of: answer)
                == rightToLeft(
                    "فهرست", "", "نام      │ شمار ", "─────────┼──────", "رتبه‌بندی │ ۷    ",
                    "\(latin("G-1"))      │ ۱٬۰۰۰"))
        #expect(
            TextRenderer(language: .english).text(of: answer) == """
                List

                Name     │ Count
                ─────────┼──────
                \(persian("رتبه‌بندی")) │     7
                G-1      │ 1,000

                """)
    }
}
