/// A day of the proleptic Gregorian calendar, as PostgreSQL's `date` counts it: days since 2000-01-01.
public struct PostgresDate: Hashable, Comparable, Sendable {
    public var days: Int32

    public init(days: Int32) {
        self.days = days
    }

    /// Nil if the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= 31 else { return nil }
        days = Self.days(year: year, month: month, day: day)
        guard components == (year, month, day) else { return nil }
    }

    public static func < (left: PostgresDate, right: PostgresDate) -> Bool {
        left.days < right.days
    }

    public var year: Int { components.year }
    public var month: Int { components.month }
    public var day: Int { components.day }

    // 2000-03-01, the day 60, starts a cycle of 400 years of 146,097 days whose leap days come last.
    private static func days(year: Int, month: Int, day: Int) -> Int32 {
        let shifted = month <= 2 ? year - 1 : year
        let cycle = floorDivided(shifted, by: 400)
        let yearOfCycle = shifted - cycle * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
        return Int32((cycle - 5) * 146_097 + dayOfCycle + 60)
    }

    private var components: (year: Int, month: Int, day: Int) {
        let sinceMarch = Int(days) - 60
        let cycle = floorDivided(sinceMarch, by: 146_097)
        let dayOfCycle = sinceMarch - cycle * 146_097
        let yearOfCycle = (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfCycle + (cycle + 5) * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}

extension PostgresDate: LosslessStringConvertible, CustomStringConvertible {
    /// Reads `YYYY-MM-DD` in ASCII digits.
    public init?(_ iso: String) {
        var iso = iso
        guard let date = iso.withUTF8({ Self(iso: UnsafeRawBufferPointer($0)) }) else { return nil }
        self = date
    }

    init?(iso text: UnsafeRawBufferPointer) {
        guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
            let year = digits(text[0..<4]), let month = digits(text[5..<7]), let day = digits(text[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    public var description: String {
        let (year, month, day) = components
        return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
    }
}

extension PostgresDate: PostgresEncodable, PostgresDecodable {
    public var postgresText: String? { description }

    public init(postgresText: UnsafeRawBufferPointer?) throws {
        guard let date = Self(iso: try present(postgresText)) else {
            throw PostgresDecodingFault("not a date of the years 1 to 9999")
        }
        self = date
    }

    public init(postgresBinary: UnsafeRawBufferPointer?) throws {
        self.init(days: try Int32(postgresBinary: postgresBinary))
    }
}

func floorDivided(_ dividend: Int, by divisor: Int) -> Int {
    let quotient = dividend / divisor
    return dividend % divisor < 0 ? quotient - 1 : quotient
}

/// The number written in ASCII digits; nil if there are other bytes, or none.
func digits(_ text: Slice<UnsafeRawBufferPointer>) -> Int? {
    var value = 0
    for byte in text {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), value < 1_000_000_000 else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return text.isEmpty ? nil : value
}

func padded(_ number: Int, to width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
}
