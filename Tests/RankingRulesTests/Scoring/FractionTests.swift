import RankingRules
import Testing

@Suite("Fractions")
struct FractionTests {
    @Test(
        "a fraction is rounded half away from zero, or down",
        arguments: [
            (5, 2, 3, 2), (-5, 2, -3, -3), (7, 3, 2, 2), (-7, 3, -2, -3), (8, 3, 3, 2), (-8, 3, -3, -3), (6, 3, 2, 2),
            (-6, 3, -2, -2), (0, 7, 0, 0), (1, 2, 1, 0), (-1, 2, -1, -1),
        ])
    func rounding(numerator: Int, denominator: Int, half: Int, down: Int) {
        let fraction = Fraction(Int128(numerator), over: Int128(denominator))
        #expect(fraction.rounded(.halfAwayFromZero) == Int128(half))
        #expect(fraction.rounded(.down) == Int128(down))
    }

    @Test("a fraction wider than 64 bits is rounded in the same way")
    func wide() {
        let scale = Int128(1) << 70
        #expect(Fraction(5 * scale, over: 2 * scale).rounded(.halfAwayFromZero) == 3)
        #expect(Fraction(-5 * scale, over: 2 * scale).rounded(.halfAwayFromZero) == -3)
        #expect(Fraction(-5 * scale, over: 2 * scale).rounded(.down) == -3)
        #expect(Fraction(5 * scale - 1, over: 2 * scale).rounded(.halfAwayFromZero) == 2)
    }

    @Test(
        "a fraction is rounded up to the smallest whole number that is not less",
        arguments: [(4, 2), (5, 3), (6, 3), (-5, -2)])
    func up(halves: Int, expected: Int) {
        #expect(Fraction(Int128(halves), over: 2).roundedUp() == Int128(expected))
    }

    @Test("fractions are compared exactly")
    func comparison() {
        #expect(Fraction(1, over: 3) < Fraction(334, over: 1_000))
        #expect(!(Fraction(2, over: 6) < Fraction(1, over: 3)))
    }
}
