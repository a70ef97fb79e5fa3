import Foundation

/// Returns when at least five minutes of Tehran's day are left: a test that reads the day and uses it a little later
/// means the same day.
public func awayFromMidnight() async throws {
    let offset = TimeZone(identifier: "Asia/Tehran")?.secondsFromGMT() ?? 12_600
    let left = 86_400 - (Int(Date().timeIntervalSince1970) + offset) % 86_400
    if left < 300 { try await Task.sleep(for: .seconds(left + 1)) }
}
