package import RankingRules

/// Direction marks for Persian lines, all without width (Unicode Standard Annex #9).
///
/// A terminal that orders text by direction needs them to lay a line with Latin codes out from right to left; one that
/// does not leaves them out of sight.
package enum TextDirection {
    private static let rightToLeft = "\u{2067}"
    private static let leftToRight = "\u{2066}"
    private static let end = "\u{2069}"

    /// A whole line that reads from right to left, whatever the direction of the terminal.
    package static func rightToLeftLine(_ line: String) -> String {
        rightToLeft + line + end
    }

    /// A piece of the other direction keeps its own order inside a line, and its neighbours theirs.
    package static func isolated(_ text: String, in language: Language) -> String {
        switch language {
        case .persian: text.unicodeScalars.contains(where: isLatin) ? leftToRight + text + end : text
        case .english: text.unicodeScalars.contains(where: isArabic) ? rightToLeft + text + end : text
        }
    }

    /// A sentence or title of a language keeps the direction of its language, whatever codes stand in it.
    package static func isolatedSentence(_ text: String, in language: Language) -> String {
        let (hasLatin, hasArabic) = (
            text.unicodeScalars.contains(where: isLatin), text.unicodeScalars.contains(where: isArabic)
        )
        guard hasLatin, hasArabic else { return isolated(text, in: language) }
        return (language == .persian ? rightToLeft : leftToRight) + text + end
    }

    /// A code inside a Persian sentence: its digits stay Latin, as they stand in every other form, and so does its order.
    package static func isolatedCode(_ code: String) -> String {
        leftToRight + code + end
    }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && scalar.properties.isAlphabetic
    }

    /// The block of the Arabic script, which Persian is written in.
    private static func isArabic(_ scalar: Unicode.Scalar) -> Bool {
        (0x0600...0x06FF).contains(scalar.value)
    }

    /// Marks that could turn the rest of a line around when they come in from a file.
    package static func isOverride(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
}
