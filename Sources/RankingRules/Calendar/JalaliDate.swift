/// A day of the official Iranian calendar (Jalali), 1200–1600.
///
/// Leap years follow the 33-year cycle (leap if `(25 × year + 11) mod 33 < 8`). A test compares every month from 1200
/// to 1500 with the system's Persian calendar. Later leap years will be fixed by observation, and may differ from the
/// cycle by a year.
public struct JalaliDate: Hashable, Comparable, Sendable {
    public let year: Int
    public let month: Int
    public let day: Int

    public static let years = 1200...1600

    /// All days of these years.
    public static let days =
        startOfYear(years.lowerBound)...startOfYear(years.upperBound + 1).adding(days: -1)

    /// Nil if the day does not exist: 1400-12-30 does not, 1399-12-30 does.
    public init?(year: Int, month: Int, day: Int) {
        guard Self.years.contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, year: year)
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    public init?(_ day: Day) {
        guard Self.days.contains(day) else { return nil }
        var year = Self.years.lowerBound + Int(day.rawValue - Self.startOfYear(Self.years.lowerBound).rawValue) / 366
        while Self.startOfYear(year + 1) <= day { year += 1 }
        let dayOfYear = Int(day.rawValue - Self.startOfYear(year).rawValue)
        self.year = year
        month = dayOfYear < 186 ? dayOfYear / 31 + 1 : (dayOfYear - 186) / 30 + 7
        self.day = dayOfYear < 186 ? dayOfYear % 31 + 1 : (dayOfYear - 186) % 30 + 1
    }

    public static func isLeap(_ year: Int) -> Bool {
        (25 * year + 11) % 33 < 8
    }

    public static func length(ofMonth month: Int, year: Int) -> Int {
        month <= 6 ? 31 : month <= 11 || isLeap(year) ? 30 : 29
    }

    public var dayNumber: Day {
        let beforeMonth = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30
        return Self.startOfYear(year).adding(days: beforeMonth + day - 1)
    }

    /// The same day that many months later (earlier if negative), or the last day of that month if it does not exist.
    /// Nil outside the supported years.
    public func adding(months: Int) -> JalaliDate? {
        let index = year * 12 + month - 1 + months
        let (newYear, newMonth) = (index / 12, index % 12 + 1)
        let newDay = min(day, Self.length(ofMonth: newMonth, year: newYear))
        return JalaliDate(year: newYear, month: newMonth, day: newDay)
    }

    public static func < (left: JalaliDate, right: JalaliDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// 1 Farvardin of a year. 1 Farvardin 1400 is 2021-03-21.
    private static func startOfYear(_ year: Int) -> Day {
        let leapsBefore = leapYears(before: year) - leapYears(before: 1400)
        return Day(rawValue: 7_750 + Int32((year - 1400) * 365 + leapsBefore))
    }

    /// Leap years in 1…year−1: the sum of `(25 y + 11) mod 33 < 8` in closed form.
    private static func leapYears(before year: Int) -> Int {
        (8 * (year - 1) + 29) / 33
    }
}

extension JalaliDate: CustomStringConvertible {
    public var description: String {
        "\(year)-\(Day.padded(month, 2))-\(Day.padded(day, 2))"
    }

    /// Reads `1400-01-31` or `1400/1/31` in any digits; nil for any other text and for a day that does not exist.
    public init?(_ text: String) {
        let form = /([0-9]{4})[\-\/]([0-9]{1,2})[\-\/]([0-9]{1,2})/
        guard let match = Digits.latin(text).wholeMatch(of: form)?.output,
            let year = Int(match.1), let month = Int(match.2), let day = Int(match.3)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

extension Day {
    /// The Jalali day, `1400-06-31`; a day outside the supported years stays Gregorian.
    public var jalali: String { JalaliDate(self)?.description ?? description }
}
