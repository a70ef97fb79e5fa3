/// A half of a Jalali year, the length of an evaluation period: half 1 is 1 Farvardin – 31 Shahrivar, half 2 is
/// 1 Mehr – the last day of Esfand. Its text is `1400-H1`.
public struct HalfYear: Hashable, Comparable, Sendable {
    public let year: Int
    /// 1 or 2.
    public let half: Int

    public init?(year: Int, half: Int) {
        guard JalaliDate.years.contains(year), half == 1 || half == 2 else { return nil }
        (self.year, self.half) = (year, half)
    }

    /// The half-year in which a day lies.
    public init?(containing day: Day) {
        guard let date = JalaliDate(day) else { return nil }
        self.init(year: date.year, half: date.month <= 6 ? 1 : 2)
    }

    public var firstDay: JalaliDate {
        date(month: half == 1 ? 1 : 7, day: 1)
    }

    public var lastDay: JalaliDate {
        half == 1 ? date(month: 6, day: 31) : date(month: 12, day: JalaliDate.length(ofMonth: 12, year: year))
    }

    public var previous: HalfYear? {
        half == 1 ? HalfYear(year: year - 1, half: 2) : HalfYear(year: year, half: 1)
    }

    public static func < (left: HalfYear, right: HalfYear) -> Bool {
        (left.year, left.half) < (right.year, right.half)
    }

    private func date(month: Int, day: Int) -> JalaliDate {
        guard let date = JalaliDate(year: year, month: month, day: day) else {
            preconditionFailure("a half-year lies within the supported years")
        }
        return date
    }
}

extension HalfYear: CustomStringConvertible {
    public var description: String {
        "\(year)-H\(half)"
    }

    /// Reads `1400-H1` or `1400/1` in any digits; nil for any other text.
    public init?(_ text: String) {
        let bytes = Array(Digits.latin(text).utf8)
        guard (6...7).contains(bytes.count), let half = bytes.last, half == 0x31 || half == 0x32,
            bytes[..<4].allSatisfy({ (0x30...0x39).contains($0) }),
            [UInt8(ascii: "-"), UInt8(ascii: "/")].contains(bytes[4]),
            bytes.count == 6 || bytes[5] | 0x20 == UInt8(ascii: "h")
        else { return nil }
        self.init(year: bytes[..<4].reduce(0) { $0 * 10 + Int($1 - 0x30) }, half: Int(half - 0x30))
    }
}
