import Testing

@testable import Web

@Suite("The reader of JSON bodies")
struct JSONReaderTests {
    private func read(_ text: String) throws(JSONReader.Fault) -> BodyValue { try JSONReader.read(Array(text.utf8)) }

    @Test(
        "a JSON text means what RFC 8259 says, whatever its spaces and escapes",
        arguments: [
            (#""سلام""#, "text(سلام)"), (#""\u0633\n\"\\\/""#, "text(س\n\"\\/)"),
            (#""\ud83c\udffb""#, "text(\u{1F3FB})"),
            ("0", "integer(0)"), ("-12", "integer(-12)"), ("1.0", "integer(1)"), ("1e2", "integer(100)"),
            ("1.5", "otherNumber"), ("99999999999999999999", "otherNumber"), ("true", "flag(true)"),
            (" false ", "flag(false)"), ("null", "null"), ("\t[ 1 ,\r\n\"\" ]", "[integer(1), text()]"), ("[]", "[]"),
            (#"{"a":{"b":[]},"a":1}"#, "{a: {b: []}, a: integer(1)}"), ("{}", "{}"),
        ])
    func values(text: String, meaning: String) throws {
        #expect(try read(text).shown == meaning)
    }

    @Test(
        "a text that is no JSON is refused",
        arguments: [
            "", " ", "[1", "[1,]", "[,1]", "{\"a\"}", "{\"a\":}", "{a:1}", "{\"a\":1,}", "01", "1.", ".5", "+1", "1e",
            "-", "nul", "truee", "\"a", "\"\n\"", #""\x""#, #""\u12""#, #""\ud800""#, #""\ud800\u0041""#, #""\udc00""#,
            #""\"#, "1 2", "{} {}", "'a'", "NaN", "[1 2]",
        ])
    func malformed(text: String) {
        #expect(throws: JSONReader.Fault.malformed) { try read(text) }
    }

    @Test("bytes that are not UTF-8 are no JSON")
    func encoding() {
        #expect(throws: JSONReader.Fault.malformed) { try JSONReader.read([0x22, 0xFF, 0x22]) }
    }

    @Test("a JSON body is read up to its greatest depth and number of values, and not beyond")
    func bounds() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(try read(nested(JSONReader.deepest + 1)).shown.hasPrefix("[["))
        #expect(throws: JSONReader.Fault.outOfBounds) { try read(nested(JSONReader.deepest + 2)) }
        func list(_ count: Int) -> String { "[" + Array(repeating: "1", count: count).joined(separator: ",") + "]" }
        #expect(throws: Never.self) { try read(list(JSONReader.mostValues - 1)) }
        #expect(throws: JSONReader.Fault.outOfBounds) { try read(list(JSONReader.mostValues)) }
    }
}

extension BodyValue {
    fileprivate var shown: String {
        switch self {
        case .text(let text): "text(\(text))"
        case .integer(let number): "integer(\(number))"
        case .flag(let flag): "flag(\(flag))"
        case .list(let items): "[" + items.map(\.shown).joined(separator: ", ") + "]"
        case .object(let members): "{" + members.map { "\($0.name): \($0.value.shown)" }.joined(separator: ", ") + "}"
        case .null: "null"
        case .otherNumber: "otherNumber"
        }
    }
}
