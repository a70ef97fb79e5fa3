public import ArgumentParser
public import OfficeRanking
public import RankingRules

extension Language: ExpressibleByArgument {}

extension HalfYear: ExpressibleByArgument {
    /// `1400-H1` or `1400/1`, in any digits.
    public init?(argument: String) {
        self.init(argument)
    }
}

extension Day: ExpressibleByArgument {
    /// A Jalali day: `1400-06-31` or `1400/6/31`, in any digits.
    public init?(argument: String) {
        guard let date = JalaliDate(argument) else { return nil }
        self = date.dayNumber
    }
}

/// A whole number in any digits, as an option reads it.
func wholeNumber(_ text: String) throws -> Int {
    guard let number = WholeNumber.read(text, in: .min ... .max) else {
        throw ValidationError("\(text) is not a whole number.")
    }
    return number
}

extension ImportKind: ExpressibleByArgument {}

extension GuardedStep: ExpressibleByArgument {}

extension Appeal.Standing: ExpressibleByArgument {}

extension OfficeKind: ExpressibleByArgument {}

extension RankOrigin: ExpressibleByArgument {}

extension Standing: ExpressibleByArgument {}

extension OfficeCursor: ExpressibleByArgument {}

extension WorkListCursor: ExpressibleByArgument {}

extension CaseCursor: ExpressibleByArgument {}

extension NumberCursor: ExpressibleByArgument {}

extension CaseStep.Kind: ExpressibleByArgument {}

extension Sanction.Kind: ExpressibleByArgument {}

extension ReviewListCursor: ExpressibleByArgument {}

extension HandOverPolicy.Order: ExpressibleByArgument {}

extension PlaceLevel: ExpressibleByArgument {}

/// An adopted scheme: `sample-1400`, its newest version, or `sample-1400@2`.
struct SchemeName: ExpressibleByArgument {
    let code: String
    let version: Int?

    init?(argument: String) {
        let parts = argument.split(separator: "@", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), !parts[0].isEmpty else { return nil }
        code = String(parts[0])
        version = parts.count == 2 ? WholeNumber.read(parts[1], in: 1...Int(Int32.max)) : nil
        if parts.count == 2 && version == nil { return nil }
    }
}
