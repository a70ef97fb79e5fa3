/// An exact fraction with a positive denominator; not reduced.
public struct Fraction: Hashable, Sendable {
    public let numerator: Int128
    public let denominator: Int128

    public init(_ numerator: Int128, over denominator: Int128 = 1) {
        precondition(denominator > 0, "a denominator is positive")
        (self.numerator, self.denominator) = (numerator, denominator)
    }

    /// The nearest integer, rounded once: half away from zero, or down toward −∞.
    public func rounded(_ rounding: Rounding) -> Int128 {
        if denominator == 1 { return numerator }
        // Division of 64-bit numbers is several times faster and is nearly always enough.
        if let numerator = Int64(exactly: numerator), let denominator = Int64(exactly: denominator) {
            return Int128(Self.quotient(of: numerator, by: denominator, rounding))
        }
        return Self.quotient(of: numerator, by: denominator, rounding)
    }

    /// The value as a whole number of 64 bits; nil if it is not one.
    public var whole: Int64? {
        if denominator == 1 { return Int64(exactly: numerator) }
        let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
        return remainder == 0 ? Int64(exactly: quotient) : nil
    }

    /// The smallest integer that is not less.
    public func roundedUp() -> Int128 {
        let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
        return remainder > 0 ? quotient + 1 : quotient
    }

    /// Swift's division rounds toward zero: the remainder has the sign of the numerator.
    private static func quotient<Number: FixedWidthInteger & SignedInteger>(
        of numerator: Number, by denominator: Number, _ rounding: Rounding
    ) -> Number {
        let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
        switch rounding {
        case .down:
            return remainder < 0 ? quotient - 1 : quotient
        case .halfAwayFromZero:
            let isHalfOrMore = remainder.magnitude >= denominator.magnitude - remainder.magnitude
            return isHalfOrMore && remainder != 0 ? quotient + remainder.signum() : quotient
        }
    }
}

extension Fraction: Comparable {
    public static func < (left: Fraction, right: Fraction) -> Bool {
        left.numerator * right.denominator < right.numerator * left.denominator
    }
}
