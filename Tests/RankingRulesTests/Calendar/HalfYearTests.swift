import RankingRules
import Testing

@Suite("Half-years")
struct HalfYearTests {
    @Test(
        "half-years run from 1 Farvardin to 31 Shahrivar and from 1 Mehr to the last day of Esfand",
        arguments: [
            ("1400-H1", "2021-03-21", "2021-09-22", 186), ("1400-H2", "2021-09-23", "2022-03-20", 179),
            ("1399-H2", "2020-09-22", "2021-03-20", 180), ("1404-H2", "2025-09-23", "2026-03-20", 179),
        ])
    func bounds(_ text: String, _ first: String, _ last: String, _ length: Int32) throws {
        let halfYear = try #require(HalfYear(text))
        let (start, end) = (halfYear.firstDay.dayNumber, halfYear.lastDay.dayNumber)
        #expect(start.description == first)
        #expect(end.description == last)
        #expect(end.rawValue - start.rawValue + 1 == length)
        #expect(halfYear.description == text)
    }

    @Test("a half-year contains its first and last day, and neither the day before nor the day after")
    func containing() throws {
        let halfYear = try #require(HalfYear("1400-H1"))
        let (start, end) = (halfYear.firstDay.dayNumber, halfYear.lastDay.dayNumber)
        #expect(HalfYear(containing: start.adding(days: -1))?.description == "1399-H2")
        #expect(HalfYear(containing: start) == halfYear)
        #expect(HalfYear(containing: end) == halfYear)
        #expect(HalfYear(containing: end.adding(days: 1))?.description == "1400-H2")
    }

    @Test("half-years follow one another")
    func order() throws {
        let second = try #require(HalfYear("1400-H2"))
        #expect(second.previous?.description == "1400-H1")
        #expect(second.previous?.previous?.description == "1399-H2")
        #expect(try #require(second.previous) < second)
        #expect(HalfYear(year: 1200, half: 1)?.previous == nil)
    }

    @Test(
        "a text in another form, or out of range, is no half-year",
        arguments: ["1400", "1400-H0", "1400-H3", "1400H1", "140-H1", "14000-H1", "1400-H1 ", "", "1199-H1"])
    func refused(_ text: String) {
        #expect(HalfYear(text) == nil)
    }
}
