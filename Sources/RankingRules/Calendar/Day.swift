/// A calendar day without a time, as days since 2000-01-01 (Gregorian), the epoch PostgreSQL uses.
public struct Day: RawRepresentable, Hashable, Comparable, Sendable {
    public let rawValue: Int32

    public init(rawValue: Int32) {
        self.rawValue = rawValue
    }

    public static func < (left: Day, right: Day) -> Bool {
        left.rawValue < right.rawValue
    }

    public func adding(days: Int) -> Day {
        Day(rawValue: rawValue + Int32(days))
    }
}

extension Day: CustomStringConvertible {
    /// The Gregorian day in ISO 8601, as the database writes it: `2021-03-21`.
    public var description: String {
        let (year, month, day) = gregorian
        return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    }

    /// Reads a Gregorian ISO day; nil for any other text and for a day that does not exist.
    public init?(iso text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        let candidate = Day(gregorianYear: year, month: month, day: day)
        guard candidate.gregorian == (year, month, day) else { return nil }
        self = candidate
    }

    /// Days from civil date, after Howard Hinnant's `days_from_civil` (proleptic Gregorian, years from 1 March).
    init(gregorianYear: Int, month: Int, day: Int) {
        let year = month <= 2 ? gregorianYear - 1 : gregorianYear
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.init(rawValue: Int32(era * 146_097 + dayOfEra - 730_425))
    }

    var gregorian: (year: Int, month: Int, day: Int) {
        let shifted = Int(rawValue) + 730_425
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
