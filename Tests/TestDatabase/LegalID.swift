import Foundation

/// The n-th legal person's national id with a right check digit.
public func legalID(_ n: Int) -> String {
    let digits = String(format: "%010d", 1_010_000_000 + n).compactMap(\.wholeNumberValue)
    let weights = [29, 27, 23, 19, 17]
    let sum = (0..<10).reduce(0) { $0 + (digits[$1] + digits[9] + 2) * weights[$1 % 5] }
    return digits.map(String.init).joined() + String(sum % 11 % 10)
}
