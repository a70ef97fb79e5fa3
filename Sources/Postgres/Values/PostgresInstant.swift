public import Foundation

/// `timestamptz`. PostgreSQL counts microseconds; Foundation stores seconds since 2001 as a floating-point number,
/// which distinguishes microseconds up to 2^31 seconds (68 years) on both sides.
extension Date: PostgresEncodable, PostgresDecodable {
    public var postgresText: String? {
        let microseconds = postgresMicroseconds
        let day = floorDivided(microseconds, by: microsecondsPerDay)
        let ofDay = microseconds - day * microsecondsPerDay
        let seconds = ofDay / 1_000_000
        let clock = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { padded($0, to: 2) }.joined(separator: ":")
        return "\(PostgresDate(days: Int32(clamping: day))) \(clock).\(padded(ofDay % 1_000_000, to: 6))+00"
    }

    public init(postgresText: UnsafeRawBufferPointer?) throws {
        guard let microseconds = microseconds(iso: try present(postgresText)) else {
            throw PostgresDecodingFault("not an instant in ISO form")
        }
        let seconds = floorDivided(microseconds, by: 1_000_000)
        let fraction = microseconds - seconds * 1_000_000
        self.init(
            timeIntervalSinceReferenceDate: Double(seconds - secondsToReferenceDate) + Double(fraction) / 1_000_000)
    }

    /// Microseconds since 2000-01-01 00:00 UTC, as the binary form of `timestamptz` counts.
    var postgresMicroseconds: Int {
        Int((timeIntervalSinceReferenceDate * 1_000_000).rounded()) + secondsToReferenceDate * 1_000_000
    }
}

private let microsecondsPerDay = 86_400_000_000
/// From 2000-01-01 to 2001-01-01: 366 days.
private let secondsToReferenceDate = 366 * 86_400

/// Reads `YYYY-MM-DD HH:MM:SS[.ffffff]±HH[:MM[:SS]]`.
private func microseconds(iso text: UnsafeRawBufferPointer) -> Int? {
    guard text.count >= 22, let date = PostgresDate(iso: UnsafeRawBufferPointer(rebasing: text[0..<10])),
        let zone = text[19...].firstIndex(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }),
        let hour = digits(text[11..<13]), let minute = digits(text[14..<16]), let second = digits(text[17..<19]),
        let fraction = fraction(text[19..<zone]), let offset = zoneOffset(text[zone...])
    else { return nil }
    let seconds = Int(date.days) * 86_400 + hour * 3_600 + minute * 60 + second - offset
    return seconds * 1_000_000 + fraction
}

/// Microseconds of `.f` to `.ffffff`; without digits zero.
private func fraction(_ text: Slice<UnsafeRawBufferPointer>) -> Int? {
    guard !text.isEmpty else { return 0 }
    guard text.first == UInt8(ascii: "."), text.count <= 7, var value = digits(text.dropFirst()) else { return nil }
    for _ in text.count..<7 { value *= 10 }
    return value
}

/// Seconds east of Greenwich.
private func zoneOffset(_ text: Slice<UnsafeRawBufferPointer>) -> Int? {
    let parts = text.dropFirst().split(separator: UInt8(ascii: ":"))
    let numbers = parts.compactMap { digits($0) }
    guard !numbers.isEmpty, numbers.count == parts.count, numbers.count <= 3 else { return nil }
    let seconds = zip(numbers, [3_600, 60, 1]).map { $0 * $1 }.reduce(0, +)
    return text.first == UInt8(ascii: "-") ? -seconds : seconds
}
