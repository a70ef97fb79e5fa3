import Testing

@testable import RankingRules

@Suite("Numbers and texts of a scheme file")
struct SchemeTextTests {
    @Test("a decimal is read exactly, in Latin, Persian and Arabic digits")
    func decimals() throws {
        #expect(try DecimalText.read("71.5", places: 3) == 71_500)
        #expect(try DecimalText.read("۷۱.۵", places: 3) == 71_500)
        #expect(try DecimalText.read("٧١.٥", places: 1) == 715)
        #expect(try DecimalText.read("-0.001", places: 3) == -1)
        #expect(try DecimalText.read("007", places: 0) == 7)
        #expect(try DecimalText.read("0.1", places: 18) == 100_000_000_000_000_000)
        #expect(try DecimalText.read("9223372036854775.807", places: 3) == Int64.max)
    }

    @Test("a number with too many decimals, one that is too large and a text without a number get their own faults")
    func refusedDecimals() {
        #expect(throws: DecimalText.Fault.tooManyPlaces) { try DecimalText.read("1.0000", places: 3) }
        #expect(throws: DecimalText.Fault.tooLarge) { try DecimalText.read("9223372036854775.808", places: 3) }
        for text in ["", "-", ".", "1.", ".5", "+1", "1,000", "1e3", "0x10", " 1", "--1", "1.2.3", "½", "٫"] {
            #expect(throws: DecimalText.Fault.notANumber, "\(text)") { try DecimalText.read(text, places: 3) }
        }
    }

    @Test("a decimal number is written with as few decimals as it needs")
    func writtenDecimals() {
        #expect(DecimalText.write(71_500, places: 3) == "71.5")
        #expect(DecimalText.write(-1, places: 3) == "-0.001")
        #expect(DecimalText.write(0, places: 3) == "0")
        #expect(DecimalText.write(100, places: 0) == "100")
        #expect(DecimalText.write(Int64.min, places: 3) == "-9223372036854775.808")
    }

    @Test("Persian numbers have their own digits, decimal and thousands separators")
    func persianNumbers() {
        #expect(PersianNumber.text("1234567.05") == "۱٬۲۳۴٬۵۶۷٫۰۵")
        #expect(PersianNumber.text("999") == "۹۹۹")
        #expect(PersianNumber.text("-2.5") == "\u{200E}−۲٫۵")
    }

    @Test("texts are trimmed and spaced once, with Persian letters, and keep their half-spaces")
    func texts() {
        #expect(TextRules.normalized("  شيوه\u{200C}نامه \n ارزيابي\tك ") == "شیوه\u{200C}نامه ارزیابی ک")
        #expect(TextRules.normalized(" \u{00A0} ") == "")
    }

    @Test("a criterion that only takes points away has the maximum 0")
    func malus() throws {
        let text = try SmallScheme.text([
            ("maximum: 3\n", "maximum: 0\n"), ("answers: {yes: 3, no: 0}", "answers: {yes: 0, no: -3}"),
            ("maximum: 18", "maximum: 15"),
        ])
        #expect(SchemeDocument.read(text).faults.map(\.description) == [])
    }

    @Test("an excerpt of a scheme in a fault is short and has no control characters")
    func excerpts() throws {
        let text = try SmallScheme.text([
            ("source: region", "source: \"a\\nb\\u202E\(String(repeating: "x", count: 100))\"")
        ])
        let fault = try #require(SchemeDocument.read(text).faults.first)
        #expect(fault.english.hasPrefix("\"a\u{FFFD}b\u{FFFD}xxx"))
        #expect(
            fault.english.contains("x…\" is no source of this scheme, which has: office, region, association, survey"))
    }
}
