/// The escapes of a JSON text (RFC 8259, 7).
enum JSONEscapes {
    /// The text without escapes; nil if one of them is invalid.
    static func resolved(_ text: String) -> String? {
        var (plain, rest) = (String.UnicodeScalarView(), text.unicodeScalars[...])
        while let scalar = rest.popFirst() {
            guard scalar == "\\" else {
                plain.append(scalar)
                continue
            }
            guard let meant = escaped(&rest) else { return nil }
            plain.append(meant)
        }
        return String(plain)
    }

    private static func escaped(_ rest: inout Substring.UnicodeScalarView) -> Unicode.Scalar? {
        switch rest.popFirst() {
        case "\"": "\""
        case "\\": "\\"
        case "/": "/"
        case "b": "\u{8}"
        case "f": "\u{C}"
        case "n": "\n"
        case "r": "\r"
        case "t": "\t"
        case "u": unicode(&rest)
        default: nil
        }
    }

    /// A scalar beyond the first plane needs two escapes; half a pair is invalid.
    private static func unicode(_ rest: inout Substring.UnicodeScalarView) -> Unicode.Scalar? {
        guard let first = unit(&rest) else { return nil }
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, rest.popFirst() == "\\", rest.popFirst() == "u", let second = unit(&rest),
            (0xDC00...0xDFFF).contains(second)
        else { return nil }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private static func unit(_ rest: inout Substring.UnicodeScalarView) -> UInt32? {
        let digits = rest.prefix(4)
        guard digits.count == 4, digits.allSatisfy(\.properties.isASCIIHexDigit) else { return nil }
        rest = rest.dropFirst(4)
        return UInt32(String(digits), radix: 16)
    }
}
