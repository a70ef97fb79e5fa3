import RankingRules
import Testing

@Suite("Days, half-years and numbers as they are written")
struct DayTextTests {
    @Test(
        "a Jalali day is read in any digits",
        arguments: ["1399-12-30", "1399/12/30", "۱۳۹۹/۱۲/۳۰", "١٣٩٩-١٢-٣٠"])
    func day(text: String) {
        #expect(JalaliDate(text)?.description == "1399-12-30")
    }

    @Test(
        "a day that does not exist, or is written in another way, is refused",
        arguments: [
            "1400-12-30", "1400-07-31", "1400-13-01", "1400-00-01", "1400-01-00", "1400-01-32", "01400-01-01",
            "1400-001-01", "1400-01-001", "400-01-01", "1400-1", "1400-01-01-01", "1400.01.01", " 1400-01-01",
            "1400-01-01 ", "1400-01-01\0", "+1400-01-01", "1400--1-01", "1199-12-29", "1601-01-01", "",
        ])
    func noDay(text: String) {
        #expect(JalaliDate(text) == nil)
    }

    @Test(
        "a half-year is read in any digits, with H or a slash", arguments: ["1400-H2", "1400-h2", "1400/2", "۱۴۰۰-H۲"])
    func halfYear(text: String) {
        #expect(HalfYear(text)?.description == "1400-H2")
    }

    @Test(
        "a text other than a year and its half is no half-year",
        arguments: [
            "1400", "1400-H3", "1400-H0", "1400H1", "1400-H01", "14000-H1", "1601-H1", "1199-H2", "1400-H1 ", "",
        ])
    func noHalfYear(text: String) {
        #expect(HalfYear(text) == nil)
    }

    @Test("a whole number has one spelling in each kind of digits, and lies in its range")
    func numbers() {
        #expect(WholeNumber.read("12", in: 1...12) == 12 && WholeNumber.read("۱۲", in: 1...12) == 12)
        #expect(WholeNumber.read("-5", in: -5...5) == -5 && WholeNumber.read("0", in: 0...0) == 0)
        for text in ["13", "0", "+5", "05", "-0", " 5", "5 ", "5.0", "", "-", "99999999999999999999", "5\0", "1e1"] {
            #expect(WholeNumber.read(text, in: 1...12) == nil, "\(text)")
        }
    }
}
