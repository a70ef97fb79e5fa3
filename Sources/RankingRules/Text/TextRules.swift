/// The characters that a text for people may hold, and its normal form.
enum TextRules {
    /// In Unicode scalars.
    static let longest = 1_000

    /// The text with single spaces for runs of white space, none at the ends, and ی and ک for Arabic ي ى and ك.
    static func normalized(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var isSpacePending = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                isSpacePending = !scalars.isEmpty
            } else {
                if isSpacePending { scalars.append(" ") }
                isSpacePending = false
                scalars.append(persianLetter(scalar))
            }
        }
        return String(scalars)
    }

    /// Compares scalars, because by characters «نمونهٔ» does not contain «نمونه».
    static func contains(_ text: String, _ word: String) -> Bool {
        text.unicodeScalars.contains(word.unicodeScalars)
    }

    /// True for control characters, and for marks that reverse the direction of the following text.
    static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: scalar.properties.generalCategory == .control
        }
    }

    private static func persianLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "\u{064A}", "\u{0649}": "\u{06CC}"
        case "\u{0643}": "\u{06A9}"
        default: scalar
        }
    }
}
