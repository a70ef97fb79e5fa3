public import Foundation
import RankingRules

/// Instants in RFC 3339, as people and programs write them: `2026-01-01T00:00:00Z`, with up to six decimals of a second
/// and any zone. A day or an hour that does not exist is refused, never moved.
public enum Instant {
    /// The days of the calendar, in UTC. The database has the same range (`instants_are_of_the_calendar`).
    public static let range =
        start(of: JalaliDate.days.lowerBound)..<start(of: JalaliDate.days.upperBound.adding(days: 1))

    /// Nil if the text is no instant or lies outside the range.
    public static func date(_ text: String) -> Date? {
        let form =
            /([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt]([0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.([0-9]{1,6}))?([Zz]|[+\-][0-9]{2}:[0-9]{2})/
        guard let (_, dayText, timeText, decimals, zoneText) = text.wholeMatch(of: form)?.output,
            let day = Day(iso: String(dayText)), let time = secondsOfDay(timeText), let zone = secondsEast(zoneText)
        else { return nil }
        let date = start(of: day) + Double(time - zone) + fraction(decimals ?? "")
        return range.contains(date) ? date : nil
    }

    private static func start(of day: Day) -> Date {
        Date(timeIntervalSince1970: Double(day.rawValue) * 86_400 + 946_684_800)
    }

    private static func numbers(_ text: Substring) -> [Int] {
        text.split(separator: ":").compactMap { Int($0) }
    }

    private static func secondsOfDay(_ text: Substring) -> Int? {
        let parts = numbers(text)
        guard parts.count == 3, parts[0] <= 23, parts[1] <= 59, parts[2] <= 59 else { return nil }
        return parts[0] * 3_600 + parts[1] * 60 + parts[2]
    }

    /// The zone's offset, in seconds east of Greenwich.
    private static func secondsEast(_ text: Substring) -> Int? {
        if text == "Z" || text == "z" { return 0 }
        let parts = numbers(text.dropFirst())
        guard parts.count == 2, parts[0] <= 14, parts[1] <= 59 else { return nil }
        return (text.first == "-" ? -1 : 1) * (parts[0] * 3_600 + parts[1] * 60)
    }

    private static func fraction(_ digits: Substring) -> Double {
        let padded = digits + String(repeating: "0", count: 6 - digits.count)
        return Double(Int(padded) ?? 0) / 1_000_000
    }
}
