package import RankingRules

/// Direction marks for Persian lines, all without width (Unicode Standard Annex #9).
///
/// A terminal that orders text by direction needs them to write a line with Latin codes from right to left; other
/// terminals do not show them.
package enum TextDirection {
    private static let rightToLeft = "\u{2067}"
    private static let leftToRight = "\u{2066}"
    private static let end = "\u{2069}"

    /// A whole line from right to left, whatever the direction of the terminal.
    package static func rightToLeftLine(_ line: String) -> String {
        rightToLeft + line + end
    }

    /// Isolates a part of the other direction, so that it and its neighbours keep their order.
    package static func isolated(_ text: String, in language: Language) -> String {
        switch language {
        case .persian: text.unicodeScalars.contains(where: isLatin) ? leftToRight + text + end : text
        case .english: text.unicodeScalars.contains(where: isArabic) ? rightToLeft + text + end : text
        }
    }

    /// Isolates a sentence or title, so that it keeps the direction of its language whatever codes it holds.
    package static func isolatedSentence(_ text: String, in language: Language) -> String {
        let (hasLatin, hasArabic) = (
            text.unicodeScalars.contains(where: isLatin), text.unicodeScalars.contains(where: isArabic)
        )
        guard hasLatin, hasArabic else { return isolated(text, in: language) }
        return (language == .persian ? rightToLeft : leftToRight) + text + end
    }

    /// Isolates a code inside a Persian sentence: its digits stay Latin, as in every other form, and keep their order.
    package static func isolatedCode(_ code: String) -> String {
        leftToRight + code + end
    }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && scalar.properties.isAlphabetic
    }

    /// The block of the Arabic script, in which Persian is written.
    private static func isArabic(_ scalar: Unicode.Scalar) -> Bool {
        (0x0600...0x06FF).contains(scalar.value)
    }

    /// Marks in a file that could reverse the rest of a line.
    package static func isOverride(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
}
