/// What a text for people may hold, and its normal form.
enum TextRules {
    /// Unicode scalars.
    static let longest = 1_000

    /// White space runs become one space, none at the ends; Arabic ي ى and ك become ی and ک.
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

    /// By scalars, since «نمونهٔ» does not contain «نمونه» by characters.
    static func contains(_ text: String, _ word: String) -> Bool {
        text.unicodeScalars.contains(word.unicodeScalars)
    }

    /// Control characters, and the marks that reverse the direction of what follows.
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
