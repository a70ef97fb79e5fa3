import Foundation

/// Instants as RFC 3339 writes them, with or without fractions of a second, since 1970.
enum Instant {
    static func date(_ text: String) -> Date? {
        let plain = Date.ISO8601FormatStyle(timeZoneSeparator: .colon)
        let exact = Date.ISO8601FormatStyle(timeZoneSeparator: .colon, includingFractionalSeconds: true)
        guard let date = (try? plain.parse(text)) ?? (try? exact.parse(text)) else { return nil }
        // The database knows no year before the first, where this calendar's and its own differ.
        return date.timeIntervalSince1970 >= 0 ? date : nil
    }
}
