/// Persian, Arabic and Latin digits.
public enum Digits {
    /// Persian (U+06F0…) and Arabic (U+0660…) digits become Latin ones; everything else stays.
    public static func latin(_ text: some StringProtocol) -> String {
        replacing(text) { scalar in
            switch scalar.value {
            case 0x06F0...0x06F9: Unicode.Scalar(scalar.value - 0x06F0 + 0x30)
            case 0x0660...0x0669: Unicode.Scalar(scalar.value - 0x0660 + 0x30)
            default: scalar
            }
        }
    }

    /// Latin and Arabic digits become Persian ones; everything else stays.
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
