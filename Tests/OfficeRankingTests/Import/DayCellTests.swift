import RankingRules
import Testing

@testable import OfficeRanking

@Suite("Jalali days and half-years in cells")
struct DayCellTests {
    @Test(
        "a day is read with «/» or «-», with or without leading zeros, in digits of any script",
        arguments: ["1400/06/31", "1400-6-31", "۱۴۰۰/۰۶/۳۱", "١٤٠٠/٦/٣١", " 1400/6/31\u{200F}"])
    func days(text: String) throws {
        #expect(try read(text) { cell throws(Fault) in try cell.day() }?.description == "2021-09-22")
    }

    @Test(
        "a wrong day is refused with its reason",
        arguments: [
            ("00/06/31", FindingCode.dayYearTwoDigits), ("99/1/1", .dayYearTwoDigits), ("2021/09/22", .dayGregorian),
            ("1900-01-01", .dayGregorian), ("2100/12/31", .dayGregorian), ("1899/1/1", .dayYearOutOfRange),
            ("2101/1/1", .dayYearOutOfRange), ("1199/12/29", .dayYearOutOfRange), ("1601/1/1", .dayYearOutOfRange),
            ("1400/07/31", .dayNotInCalendar), ("1400/12/30", .dayNotInCalendar), ("1400/13/1", .dayNotInCalendar),
            ("1400/0/1", .dayNotInCalendar), ("31/06/1400", .dayReversed), ("1400/06/31 00:00", .dayWithTime),
            ("1400/06", .dayUnreadable), ("14000631", .dayUnreadable), ("1400/06/31/1", .dayUnreadable),
            ("31 شهریور 1400", .dayUnreadable), ("1400//31", .dayUnreadable), ("-1400/6/31", .dayUnreadable),
            ("140/06/31", .dayUnreadable), ("1400/006/31", .dayUnreadable), ("1400/06/031", .dayUnreadable),
        ])
    func wrongDays(text: String, expected: FindingCode) {
        #expect(fault(of: text) { cell throws(Fault) in try cell.day() } == expected)
    }

    @Test("the last day of Esfand exists in leap years only")
    func leapYears() {
        for (text, expected) in [
            ("1399/12/30", nil), ("1400/12/29", nil), ("1400/12/30", FindingCode.dayNotInCalendar),
        ] {
            #expect(fault(of: text) { cell throws(Fault) in try cell.day() } == expected)
        }
    }

    @Test("every day from 1300 to 1450 that is written is read back")
    func everyDay() throws {
        let first = try #require(JalaliDate(year: 1300, month: 1, day: 1)).dayNumber
        for offset in stride(from: 0, to: 55_000, by: 7) {
            let day = first.adding(days: offset)
            let date = try #require(JalaliDate(day))
            let text = "\(date.year)/\(date.month)/\(date.day)"
            #expect(try read(text) { cell throws(Fault) in try cell.day() } == day)
        }
    }

    @Test("a half-year is read as 1400-H1 or 1400/1")
    func halfYears() throws {
        for text in ["1400-H1", "1400-h1", "۱۴۰۰/۱", "1400-1"] {
            #expect(try read(text) { cell throws(Fault) in try cell.halfYear() } == HalfYear(year: 1400, half: 1))
        }
        for text in ["1400-H3", "1400-H0", "1400", "H1400-1", "1400H-1", "1400-1H", "1400-HH1", "14001", "نیمه اول"] {
            #expect(fault(of: text) { cell throws(Fault) in try cell.halfYear() } == .halfYearUnreadable)
        }
    }
}
