import Foundation
import RankingRules
import Testing

@Suite("The Jalali calendar")
struct JalaliDateTests {
    private func date(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> JalaliDate {
        try #require(JalaliDate(text), sourceLocation: sourceLocation)
    }

    @Test("every month of 1200 to 1500 begins on the day the system's Persian calendar says")
    func everyMonth() throws {
        var persian = Calendar(identifier: .persian)
        persian.timeZone = .gmt
        let epoch = Date(timeIntervalSinceReferenceDate: -366 * 86_400)
        for year in 1200...1500 {
            for month in 1...12 {
                let start = try #require(persian.date(from: DateComponents(year: year, month: month, day: 1)))
                let days = Int32((start.timeIntervalSince(epoch) / 86_400).rounded())
                let first = try #require(JalaliDate(year: year, month: month, day: 1))
                #expect(first.dayNumber == Day(rawValue: days), "\(first)")
            }
        }
    }

    @Test("every Jalali day from 1200 to 1600 converts to a day number and back")
    func everyDay() throws {
        var day = try date("1200-01-01").dayNumber
        let last = try date("1600-12-29").dayNumber
        var count = 0
        while day <= last {
            let date = try #require(JalaliDate(day))
            if date.dayNumber != day { Issue.record("\(date) is not \(day)") }
            count += 1
            day = day.adding(days: 1)
        }
        #expect(count == 401 * 365 + (1200...1600).count(where: JalaliDate.isLeap))
        #expect(JalaliDate(day) == nil)
        #expect(JalaliDate(try date("1200-01-01").dayNumber.adding(days: -1)) == nil)
    }

    @Test(
        "known days agree with the Gregorian calendar",
        arguments: [
            ("1400-01-01", "2021-03-21"), ("1399-12-30", "2021-03-20"), ("1400-06-31", "2021-09-22"),
            ("1400-07-01", "2021-09-23"), ("1403-12-30", "2025-03-20"), ("1404-01-01", "2025-03-21"),
            ("1357-11-22", "1979-02-11"), ("1378-10-11", "2000-01-01"),
        ])
    func knownDays(_ jalali: String, _ gregorian: String) throws {
        let day = try #require(Day(iso: gregorian))
        #expect(try date(jalali).dayNumber == day)
        #expect(JalaliDate(day)?.description == jalali)
        #expect(day.description == gregorian)
    }

    @Test("30 Esfand exists in leap years only")
    func leapDays() {
        #expect(JalaliDate(year: 1399, month: 12, day: 30) != nil)
        #expect(JalaliDate(year: 1400, month: 12, day: 30) == nil)
        #expect((1390...1410).filter(JalaliDate.isLeap) == [1391, 1395, 1399, 1403, 1408])
    }

    @Test(
        "days that do not exist and texts that are no date are refused",
        arguments: [
            "1400-07-31", "1400-00-01", "1400-13-01", "1400-01-00", "1400-01-32", "1199-12-29", "1601-01-01", "1400-01",
            "1400-01-01-01", "1400--1-01", "", "1400-01-1x", "+1400-01-01",
        ])
    func refused(_ text: String) {
        #expect(JalaliDate(text) == nil)
    }

    @Test("adding months keeps the day of the month, or takes the last day of a shorter month")
    func addingMonths() throws {
        let cases = [
            ("1400-01-15", 12, "1401-01-15"), ("1400-06-31", 1, "1400-07-30"), ("1400-06-31", 12, "1401-06-31"),
            ("1399-12-30", 12, "1400-12-29"), ("1400-11-30", 1, "1400-12-29"), ("1399-11-30", 1, "1399-12-30"),
            ("1400-01-31", -1, "1399-12-30"), ("1401-01-31", -1, "1400-12-29"), ("1400-01-01", -24, "1398-01-01"),
            ("1400-12-29", 1, "1401-01-29"), ("1400-05-05", 0, "1400-05-05"), ("1400-07-30", -1, "1400-06-30"),
        ]
        for (start, months, end) in cases {
            #expect(try date(start).adding(months: months)?.description == end, "\(start) + \(months)")
        }
        #expect(try date("1600-12-01").adding(months: 1) == nil)
        #expect(try date("1200-01-01").adding(months: -1) == nil)
    }
}

@Suite("Gregorian days")
struct DayTests {
    @Test(
        "days that do not exist and other texts are refused",
        arguments: ["2021-02-29", "2021-00-10", "2021-13-10", "2021-3-21", "21-03-21", "2021-03-21T", "", "2100-02-29"])
    func refused(_ text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test("the epoch is 1 January 2000, and every day of four centuries is written and read back")
    func roundTrip() {
        #expect(Day(iso: "2000-01-01")?.rawValue == 0)
        #expect(Day(iso: "1999-12-31")?.rawValue == -1)
        for number in Int32(-73_050)...73_050 {
            let day = Day(rawValue: number)
            if Day(iso: day.description) != day { Issue.record("\(day)") }
        }
    }
}
