/// Exact decimal numbers as text: an optional `-`, digits, and a `.` with further digits.
enum DecimalText {
    enum Fault: Error {
        case notANumber
        case tooManyPlaces
        case tooLarge
    }

    /// The number times 10^places. Accepts Persian and Arabic digits, but no thousands separators and no exponent.
    static func read(_ text: String, places: Int) throws(Fault) -> Int64 {
        var digits = Substring(Digits.latin(text))
        let isNegative = digits.first == "-"
        if isNegative { digits.removeFirst() }
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy(isDigits) else { throw .notANumber }
        let decimals = parts.count == 2 ? String(parts[1]) : ""
        guard decimals.utf8.count <= places else { throw .tooManyPlaces }
        let scaled = parts[0] + decimals + String(repeating: "0", count: places - decimals.utf8.count)
        guard let magnitude = Int64(scaled) else { throw .tooLarge }
        return isNegative ? -magnitude : magnitude
    }

    /// The shortest text of `digits / 10^places`: no trailing decimal zeros, `0` without a sign.
    static func write(_ digits: Int64, places: Int) -> String {
        var magnitude = String(digits.magnitude)
        if places > 0 {
            magnitude = String(repeating: "0", count: max(0, places + 1 - magnitude.count)) + magnitude
            var decimals = magnitude.suffix(places)
            while decimals.last == "0" { decimals.removeLast() }
            magnitude = magnitude.dropLast(places) + (decimals.isEmpty ? "" : "." + decimals)
        }
        return digits < 0 ? "-" + magnitude : magnitude
    }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
    }
}

extension Points {
    /// `71.5` for 71500 thousandths.
    public var text: String {
        DecimalText.write(rawValue, places: 3)
    }
}

extension FixedDecimal {
    /// `71.5` for 715 with one decimal place.
    public var text: String {
        DecimalText.write(digits, places: places)
    }
}
