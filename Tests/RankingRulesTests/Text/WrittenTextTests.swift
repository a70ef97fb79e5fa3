import RankingRules
import Testing

@Suite("Texts for programs are written in one way")
struct WrittenTextTests {
    @Test(
        "a CSV field is quoted where a reader would end it early",
        arguments: [
            ("plain دفتر", "plain دفتر"), ("", ""), ("a;b", "a;b"), ("a,b", "\"a,b\""), ("a\r\nb", "\"a\r\nb\""),
            ("a\"b", "\"a\"\"b\""), ("a\"\u{301}b", "\"a\"\"\u{301}b\""),
        ])
    func csvField(text: String, field: String) {
        #expect(CSVText.field(text).utf8.elementsEqual(field.utf8))
    }

    @Test("a CSV record has the file's own delimiter and line end")
    func csvRecord() {
        #expect(CSVText.record(["a;b", "c,d"], delimiter: ";", lineEnd: "\n") == "\"a;b\";c,d\n")
        #expect(CSVText.record(["a", ""]) == "a,\r\n")
        #expect(CSVText.field("a;b", endedBy: ",;") == "\"a;b\"")
    }

    @Test("a byte is two lower-case hexadecimal digits")
    func hexadecimal() {
        #expect(Hexadecimal.text([0, 9, 10, 15, 16, 0xAF, 0xFF]) == "00090a0f10afff")
        #expect(Hexadecimal.text([UInt8]()).isEmpty)
    }

    @Test("a JSON object keeps the order of its members and embeds existing JSON unchanged")
    func json() {
        let value = JSONValue.object([
            ("b", .string("\"\\\n\u{1}دفتر")), ("a", .written("{\"z\":1}")), ("n", .integer(-5)),
            ("list", .array([.null])),
        ])
        #expect(value.line == #"{"b": "\"\\\n\u0001دفتر", "a": {"z":1}, "n": -5, "list": [null]}"#)
    }

    @Test("a day is written in the Jalali calendar, and outside its years in the Gregorian one")
    func jalali() throws {
        #expect(try #require(Day(iso: "2021-09-22")).jalali == "1400-06-31")
        #expect(Day(rawValue: -730_000).jalali == Day(rawValue: -730_000).description)
    }
}
