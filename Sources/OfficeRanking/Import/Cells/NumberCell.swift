/// Exact numbers: digits with ".", «٫» or "/" before the decimals. Cells are normalised; an empty one is nil.
extension Cell {
    func wholeNumber(in range: ClosedRange<Int64>? = nil) throws(Fault) -> Int64? {
        try decimal(places: 0, in: range)
    }

    /// The number times 10 to the power of `places`; zeros beyond these places are accepted.
    /// - Parameter range: in the same unit as the result.
    func decimal(places: Int, in range: ClosedRange<Int64>? = nil) throws(Fault) -> Int64? {
        if isEmpty { return nil }
        var position = 0
        let isNegative = takeSign(&position)
        var number = ScaledNumber(places: places)
        var hasSeparator = false
        while position < bytes.count {
            let byte = bytes[position]
            if byte &- 0x30 <= 9 {
                guard try number.take(byte &- 0x30) else { throw numberFault(places: places) }
                position += 1
            } else if !hasSeparator, number.digits > 0, takeDecimalSeparator(&position, places: places) {
                hasSeparator = true
                number.isFraction = true
            } else {
                throw numberFault(places: places)
            }
        }
        guard number.digits > 0, !number.isFraction || number.fractionDigits > 0 else {
            throw numberFault(places: places)
        }
        let value = try number.scaled(isNegative: isNegative)
        if let range, !range.contains(value) {
            throw Fault(
                .numberOutOfRange, ScaledNumber.text(range.lowerBound, places: places),
                ScaledNumber.text(range.upperBound, places: places))
        }
        return value
    }

    private func takeSign(_ position: inout Int) -> Bool {
        if bytes[0] == UInt8(ascii: "-") || bytes[0] == UInt8(ascii: "+") {
            position = 1
            return bytes[0] == UInt8(ascii: "-")
        }
        // U+2212, the minus sign
        guard bytes.starts(with: [0xE2, 0x88, 0x92]) else { return false }
        position = 3
        return true
    }

    /// The slash is the decimal separator of Persian handwriting. In a whole number it would hide a date or a fraction.
    private func takeDecimalSeparator(_ position: inout Int, places: Int) -> Bool {
        switch bytes[position] {
        case UInt8(ascii: "."): position += 1
        case UInt8(ascii: "/") where places > 0: position += 1
        case 0xD9 where position + 1 < bytes.count && bytes[position + 1] == 0xAB: position += 2
        default: return false
        }
        return true
    }

    /// The reason why the cell is no number; slow, so only for wrong cells.
    private func numberFault(places: Int) -> Fault {
        let kinds = text.unicodeScalars.reduce(into: Set<Character>()) { kinds, scalar in
            kinds.insert(("0"..."9").contains(scalar) ? "0" : Character(scalar))
        }
        let unknown = kinds.subtracting("0+-.٫/,٬،%٪eE")
        guard unknown.isEmpty, kinds.contains("0") else { return Fault(.numberUnreadable) }
        if !kinds.isDisjoint(with: "eE") {
            return Fault(bytes[0] | 0x20 == UInt8(ascii: "e") ? .numberUnreadable : .numberHasExponent)
        }
        if !kinds.isDisjoint(with: "%٪") { return Fault(.numberHasPercent) }
        if !kinds.isDisjoint(with: ",٬،") { return Fault(.numberHasGrouping) }
        let separators = text.count { "./٫".contains($0) }
        guard separators == 1, !text.dropFirst().contains(where: { "+-".contains($0) }) else {
            return Fault(.numberUnreadable)
        }
        guard text.last?.isNumber == true, text.first.map({ !"./٫".contains($0) }) == true else {
            return Fault(.numberUnreadable)
        }
        return places == 0 ? Fault(.numberNotWhole) : Fault(.numberPlacesTooMany, String(places))
    }
}

/// Reads digits into an integer with a fixed number of decimal places.
struct ScaledNumber {
    let places: Int
    var isFraction = false
    private(set) var digits = 0
    private(set) var fractionDigits = 0
    private var magnitude: UInt64 = 0

    init(places: Int) {
        self.places = places
    }

    /// False for a digit other than zero beyond the places.
    @inline(__always)
    mutating func take(_ digit: UInt8) throws(Fault) -> Bool {
        digits += 1
        if isFraction {
            fractionDigits += 1
            if fractionDigits > places { return digit == 0 }
        }
        try append(UInt64(digit))
        return true
    }

    func scaled(isNegative: Bool) throws(Fault) -> Int64 {
        var number = self
        for _ in min(fractionDigits, places)..<places { try number.append(0) }
        guard number.magnitude <= UInt64(Int64.max) else { throw Fault(.numberTooLarge) }
        return isNegative ? -Int64(number.magnitude) : Int64(number.magnitude)
    }

    /// A scaled number as a person writes it.
    static func text(_ value: Int64, places: Int) -> String {
        let digits = String(value.magnitude)
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        var fraction = padded.suffix(places)
        while fraction.last == "0" { fraction.removeLast() }
        let text = padded.dropLast(places) + (fraction.isEmpty ? "" : "." + fraction)
        return (value < 0 ? "-" : "") + text
    }

    @inline(__always)
    private mutating func append(_ digit: UInt64) throws(Fault) {
        let (product, overflows) = magnitude.multipliedReportingOverflow(by: 10)
        let (sum, overflowsToo) = product.addingReportingOverflow(digit)
        guard !overflows, !overflowsToo else { throw Fault(.numberTooLarge) }
        magnitude = sum
    }
}
