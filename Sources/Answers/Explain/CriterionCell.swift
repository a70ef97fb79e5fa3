package import RankingRules
package import Tables
package import Wording

/// Values of a criterion as its file would write them.
extension CriterionText {
    /// A value in the criterion's integer unit.
    package func cell(_ value: Int64?) -> Cell {
        guard let value else { return .empty }
        switch criterion.valueType {
        case .count: return .integer(Int(value))
        case .decimal(let places, _): return .number(FixedDecimal(digits: value, places: places).text)
        case .yesNo: return .flag(value == 1)
        case .choice(let options):
            guard options.indices.contains(Int(value)) else { return .empty }
            return .word(options[Int(value)].code, options[Int(value)].title)
        }
    }

    /// A scored value. A shrunk mean is seldom a whole number of units; programs then get a fraction, and people a
    /// decimal that is cut after the sixth place.
    package func cell(_ value: Fraction?) -> Cell {
        guard let value else { return .empty }
        let (quotient, remainder) = value.numerator.quotientAndRemainder(dividingBy: value.denominator)
        if remainder == 0, let whole = Int64(exactly: quotient) { return cell(whole) }
        let places = decimalPlaces
        let scaled = Fraction(value.numerator * Self.power(6 - places), over: value.denominator).rounded(.down)
        guard let digits = Int64(exactly: scaled) else { return .empty }
        let denominator = value.denominator * Self.power(places)
        let divisor = Self.greatestDivisor(value.numerator.magnitude, denominator.magnitude)
        let exact = "\(value.numerator / Int128(divisor))/\(denominator / Int128(divisor))"
        let text = FixedDecimal(digits: digits, places: 6).text
        return .word(
            exact,
            LocalizedText(
                persian: HumanNumber.text(text, .persian) + "…", english: HumanNumber.text(text, .english) + "…"))
    }

    private static func power(_ exponent: Int) -> Int128 {
        (0..<max(0, exponent)).reduce(1) { power, _ in power * 10 }
    }

    private static func greatestDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
        right == 0 ? max(left, 1) : greatestDivisor(right, left % right)
    }
}
