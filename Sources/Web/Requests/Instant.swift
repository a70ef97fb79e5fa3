import Foundation

/// Instants as RFC 3339 writes them, with or without fractions of a second.
enum Instant {
    static func date(_ text: String) -> Date? {
        let plain = Date.ISO8601FormatStyle(timeZoneSeparator: .colon)
        let exact = Date.ISO8601FormatStyle(timeZoneSeparator: .colon, includingFractionalSeconds: true)
        return (try? plain.parse(text)) ?? (try? exact.parse(text))
    }
}
