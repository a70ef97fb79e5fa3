/// Persian, Arabic and Latin digits.
public enum Digits {
    /// Changes Persian (U+06F0…) and Arabic (U+0660…) digits to Latin ones, and nothing else.
    public static func latin(_ text: some StringProtocol) -> String {
        replacing(text) { scalar in
            switch scalar.value {
            case 0x06F0...0x06F9: Unicode.Scalar(scalar.value - 0x06F0 + 0x30)
            case 0x0660...0x0669: Unicode.Scalar(scalar.value - 0x0660 + 0x30)
            default: scalar
            }
        }
    }

    /// Changes the digits of a Persian sentence to Persian ones, except in the given codes and in words with Latin
    /// letters, such as `1400-H1`.
    public static func persianProse(_ text: String, keeping codes: [String] = []) -> String {
        let kept = codes.filter { !$0.isEmpty }
        var prose = ""
        var rest = text[...]
        while !rest.isEmpty {
            if let code = kept.first(where: { rest.hasPrefix($0) }) {
                prose += code
                rest = rest.dropFirst(code.count)
                continue
            }
            let word = rest.prefix { isOfCode($0) }
            guard !word.isEmpty else {
                prose += persian(rest.prefix(1))
                rest = rest.dropFirst()
                continue
            }
            prose += word.contains { $0.isASCII && $0.isLetter } ? String(word) : persian(word)
            rest = rest.dropFirst(word.count)
        }
        return prose
    }

    private static func isOfCode(_ letter: Character) -> Bool {
        letter.isASCII && (letter.isLetter || letter.isNumber) || letter == "-" || letter == "_"
    }

    /// Changes Latin and Arabic digits to Persian ones, and nothing else.
    public static func persian(_ text: some StringProtocol) -> String {
        replacing(text) { scalar in
            switch scalar.value {
            case 0x30...0x39: Unicode.Scalar(scalar.value - 0x30 + 0x06F0)
            case 0x0660...0x0669: Unicode.Scalar(scalar.value - 0x0660 + 0x06F0)
            default: scalar
            }
        }
    }

    private static func replacing(
        _ text: some StringProtocol, _ replacement: (Unicode.Scalar) -> Unicode.Scalar?
    ) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(replacement(scalar) ?? scalar) }
        return String(scalars)
    }
}
