import Foundation
import Synchronization

/// Instants of log lines, `2021-09-22T20:30:00.000Z`. Only the first line of a second formats its date.
enum LogInstant {
    private static let known = Mutex((second: Int.min, text: ""))
    private static let style = Date.ISO8601FormatStyle()

    static func text(_ instant: Date) -> String {
        let milliseconds = Int((instant.timeIntervalSince1970 * 1_000).rounded(.down))
        let second = milliseconds >= 0 ? milliseconds / 1_000 : (milliseconds - 999) / 1_000
        let text = known.withLock { known in
            if known.second != second {
                // The text without its Z.
                known = (second, String(Date(timeIntervalSince1970: Double(second)).formatted(style).dropLast()))
            }
            return known.text
        }
        let fraction = String(milliseconds - second * 1_000)
        return text + "." + String(repeating: "0", count: 3 - fraction.count) + fraction + "Z"
    }
}
