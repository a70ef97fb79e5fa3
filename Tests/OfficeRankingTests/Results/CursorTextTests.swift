import OfficeRanking
import Testing

@Suite("The text of a cursor")
struct CursorTextTests {
    @Test(
        "a cursor of a list of offices is written as it was read, with any letters in the code",
        arguments: ["30.SYN-1", "-5.a.b", "1152921504606846976.SYN-1", "30.\u{1F3FB}x", "0.\u{200D}"])
    func pages(text: String) {
        #expect(OfficeCursor(text)?.description == text)
    }

    @Test(
        "a malformed cursor of a list of offices is refused",
        arguments: ["", "0", "30.", "x.30", "+30.x", "3e1.x", ".x", "9223372036854775808.x"])
    func wrongPages(text: String) {
        #expect(OfficeCursor(text) == nil)
    }

    @Test("a cursor of a list of services has two or three fields, and numbers without a sign")
    func services() {
        #expect(UnservedCursor("1900000001.7")?.description == "1900000001.7")
        #expect(WorkListCursor("01.7.\u{1F3FB}a.b")?.description == "01.7.\u{1F3FB}a.b")
        for text in [".7", "a.+7", "a.-7", "a.", "a.b.7"] { #expect(UnservedCursor(text) == nil, "\(text)") }
        for text in ["01.7.", "01.-7.x", "+1.7.x", "x.7.y", "01.7"] { #expect(WorkListCursor(text) == nil, "\(text)") }
    }
}
