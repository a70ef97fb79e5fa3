import Foundation
import RankingRules

/// A password as it is compared. Keyboards differ, so these are the same: composed and decomposed letters (NFC);
/// Persian, Arabic and Latin digits; Arabic and Persian ye and kaf. Case and spaces count.
struct PasswordText: Sendable {
    let text: String

    init(_ typed: String) {
        let composed = Digits.latin(typed).precomposedStringWithCanonicalMapping
        text = String(String.UnicodeScalarView(composed.unicodeScalars.map { Self.persian[$0] ?? $0 }))
    }

    private static let persian: [Unicode.Scalar: Unicode.Scalar] = ["ي": "ی", "ك": "ک"]

    /// Throws unless it may be the new password of an account.
    func requireStrength(for account: String) throws {
        let small = text.lowercased()
        let besideName = small.replacing(account, with: "")
        guard text.count >= Self.leastLetters, text.utf8.count <= Self.mostBytes,
            Set(small).count >= Self.leastDifferentLetters, !CommonPasswords.contains(small),
            besideName == small || besideName.count >= Self.leastBesideName
        else { throw RankingError.passwordIsWeak }
    }

    private static let leastLetters = 12
    private static let mostBytes = 1_000
    private static let leastDifferentLetters = 5
    /// How many letters are left at least where the password holds the name of the account.
    private static let leastBesideName = 8
}
