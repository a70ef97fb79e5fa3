package import Foundation
package import RankingRules

/// Instants in Tehran time.
package enum TehranTime {
    package static func day(of instant: Date) -> Day? {
        guard let parts = parts(of: instant), let year = parts.year, let month = parts.month, let day = parts.day
        else { return nil }
        return Day(iso: String(format: "%04d-%02d-%02d", year, month, day))
    }

    /// Jalali day and minute; in UTC if the time zone is not installed.
    package static func text(_ instant: Date, _ language: Language) -> String {
        guard let day = day(of: instant), let parts = parts(of: instant), let hour = parts.hour,
            let minute = parts.minute
        else { return instant.formatted(.iso8601) }
        let clock = String(format: "%02d:%02d", hour, minute)
        let text = HumanDay.text(day, language) + " " + clock
        return language == .persian ? Digits.persian(text) : text
    }

    private static func parts(of instant: Date) -> DateComponents? {
        guard let zone = TimeZone(identifier: "Asia/Tehran") else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        return calendar.dateComponents([.year, .month, .day, .hour, .minute], from: instant)
    }
}
