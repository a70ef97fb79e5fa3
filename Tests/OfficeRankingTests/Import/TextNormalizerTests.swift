import TestDatabase
import Testing

@testable import OfficeRanking

@Suite("One spelling of Persian text")
struct TextNormalizerTests {
    @Test(
        "digits, letters, marks and spaces get one spelling",
        arguments: [
            ("۰۱۲۳۴۵۶۷۸۹", "0123456789"), ("٠١٢٣٤٥٦٧٨٩", "0123456789"), ("علي كريمى", "علی کریمی"),
            ("کــتاب", "کتاب"), ("مُحَمَّد", "محمد"), ("رحمٰن", "رحمن"), ("ۀ ة أ إ ؤ ئ آ", "ۀ ة أ إ ؤ ئ آ"),
            ("\u{200F}رشت\u{200E}\u{202B}\u{2067}\u{FEFF}\u{061C}", "رشت"),
            ("\u{A0} الف \u{3000}\t\n ب \u{2009}", "الف ب"),
            ("a\u{AD}b", "ab"), ("", ""), ("   ", ""), ("\u{200C}", ""), (" a  b ", "a b"), ("a b", "a b"),
            ("😀 é", "😀 é"), ("٫٬،", "٫٬،"),
        ])
    func spelling(source: String, expected: String) {
        #expect(TextNormalizer.normalize(source) == expected)
    }

    @Test(
        "a zero-width non-joiner stays between letters, once, and nowhere else",
        arguments: [
            ("نیم\u{200C}سال", "نیم\u{200C}سال"), ("نیم\u{200C}\u{200C}\u{200F}\u{200C}سال", "نیم\u{200C}سال"),
            ("\u{200C}نیم سال\u{200C}", "نیم سال"), ("نیم\u{200C} سال", "نیم سال"), ("نیم \u{200C}سال", "نیم سال"),
        ])
    func nonJoiner(source: String, expected: String) {
        #expect(TextNormalizer.normalize(source) == expected)
    }

    @Test(
        "names are compared without spaces, non-joiners, hamza seats and capitals, but آ stays",
        arguments: [
            ("شش‌ماهه", "شش ماهه"), ("مسئول", "مسیول"), ("مؤسسه", "موسسه"), ("أحمد", "احمد"), ("خانۀ", "خانه"),
            ("قلعة", "قلعه"), ("Office Code", "office_code"), ("كد دفتر", "کد‌دفتر"), ("تهران ۱", "تهران1"),
        ])
    func comparison(left: String, right: String) {
        #expect(ComparisonKey.make(of: left) == ComparisonKey.make(of: right))
        #expect(ComparisonKey.make(of: "آمل") != ComparisonKey.make(of: "امل"))
    }

    @Test("normalising any text twice is normalising it once, and it never grows")
    func idempotence() {
        var generator = SeededGenerator(seed: printedSeed())
        let invisible = "\u{200C}\u{200F}\u{FEFF}\u{A0}\u{2003}\u{640}\u{64E}\t\n\u{AD}"
        let alphabet = Array(("aZ 9۵٥ئيىكکأآأةۀ،٫٬/😀\u{E9}\"" + invisible).unicodeScalars)
        for _ in 0..<2_000 * repetitions {
            let count = Int.random(in: 0...12, using: &generator)
            var scalars = String.UnicodeScalarView()
            for _ in 0..<count { scalars.append(alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]) }
            let text = String(scalars)
            let once = TextNormalizer.normalize(text)
            #expect(TextNormalizer.normalize(once) == once)
            #expect(once.utf8.count <= text.utf8.count)
            #expect(ComparisonKey.make(of: text) == ComparisonKey.make(of: once))
            let bytes = Array(once.utf8)
            #expect(!bytes.withUnsafeBufferPointer(TextNormalizer.isNormal) || text.utf8.count >= bytes.count)
        }
    }

    @Test("a text that is already normal is never changed")
    func normalIsUnchanged() {
        for text in ["", "a", "a b", "G-12/3", "12.5"] {
            #expect(Array(text.utf8).withUnsafeBufferPointer(TextNormalizer.isNormal))
            #expect(TextNormalizer.normalize(text) == text)
        }
        for text in [" a", "a ", "a  b", "a\t", "۱", "\u{7F}", " "] {
            #expect(!Array(text.utf8).withUnsafeBufferPointer(TextNormalizer.isNormal))
        }
    }

    @Test("bytes that are no UTF-8 pass without a crash")
    func brokenBytes() {
        var generator = SeededGenerator(seed: printedSeed())
        var target = [UInt8](repeating: 0, count: 64)
        for _ in 0..<10_000 * repetitions {
            let count = Int.random(in: 0...16, using: &generator)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let written = bytes.withUnsafeBufferPointer { source in
                target.withUnsafeMutableBufferPointer { room in
                    room.baseAddress.map { TextNormalizer.normalize(source, into: $0) } ?? 0
                }
            }
            #expect(written <= count)
        }
    }

    @Test("a table of names finds every spelling of a name and no other name")
    func keyTable() {
        var table = KeyTable<Int>()
        for number in 0..<500 { table.insert("شهر ‌\(number)", number) }
        let isNew = table.insert("شهر۴۲", -1)
        #expect(!isNew)
        for number in 0..<500 { #expect(table.value(for: "شهر\(number)") == number) }
        #expect(table.value(for: "شهر 500") == nil && table.value(for: "") == nil)
    }
}
