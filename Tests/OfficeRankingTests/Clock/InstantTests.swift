import Foundation
import OfficeRanking
import Testing

@Suite("Instants as they are written")
struct InstantTests {
    @Test(
        "an instant in RFC 3339 is read exactly",
        arguments: [
            ("1970-01-01T00:00:00Z", 0.0), ("2026-01-01T03:30:00+03:30", 1_767_225_600),
            ("2026-01-01T00:00:00.5Z", 1_767_225_600.5), ("2025-12-31T19:00:00-05:00", 1_767_225_600),
            ("2024-02-29T23:59:59z", 1_709_251_199), ("2021-09-22T20:30:00.000001Z", 1_632_342_600.000001),
        ])
    func read(text: String, seconds: Double) throws {
        let date = try #require(Instant.date(text))
        #expect(abs(date.timeIntervalSince1970 - seconds) < 0.000_000_5)
    }

    @Test(
        "a day or an hour that does not exist is refused, never moved, and so is everything far away",
        arguments: [
            "2026-02-29T00:00:00Z", "2026-02-31T00:00:00Z", "2026-04-31T00:00:00Z", "2026-13-01T00:00:00Z",
            "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T25:00:00Z",
            "2026-01-01T00:60:00Z", "2026-01-01T00:00:60Z", "2026-01-01T00:00:00+24:00", "2026-01-01T00:00:00+03:60",
            "2026-01-01T00:00:00", "2026-01-01", "2026-01-01T00:00Z", "2026-1-1T00:00:00Z", " 2026-01-01T00:00:00Z",
            "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00.1234567Z", "2026-01-01 00:00:00Z", "۲۰۲۶-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z", "+12026-01-01T00:00:00Z", "12026-01-01T00:00:00Z", "0001-01-01T00:00:00Z",
            "2222-03-21T00:00:00Z", "1821-03-20T23:59:59Z", "2222-03-20T23:59:59-05:00", "", "infinity", "now",
        ])
    func refused(text: String) {
        #expect(Instant.date(text) == nil)
    }

    @Test("the first and the last instant of the calendar are read")
    func edges() {
        #expect(Instant.date("1821-03-21T00:00:00Z") == Instant.range.lowerBound)
        #expect(Instant.date("2222-03-20T23:59:59Z")?.addingTimeInterval(1) == Instant.range.upperBound)
    }
}
