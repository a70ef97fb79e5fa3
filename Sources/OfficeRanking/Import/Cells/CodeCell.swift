/// Codes and official numbers, which are text of digits or letters. Cells are normalised; an empty one is nil.
extension Cell {
    /// Characters of an office code. No format is published, so the limit is ours.
    static let longestCode = 40

    /// A code of letters of any script, digits, "-", "_" and "/".
    func code() throws(Fault) -> Cell? {
        if isEmpty { return nil }
        guard let fault = codeFault() else { return self }
        throw fault
    }

    /// Text of at most so many characters.
    func text(maximum: Int) throws(Fault) -> Cell? {
        if isEmpty { return nil }
        guard bytes.count > maximum, characterCount > maximum else { return self }
        throw Fault(.textTooLong, String(maximum))
    }

    /// Text that holds a letter or a digit: names are compared by these alone.
    func name(maximum: Int) throws(Fault) -> Cell? {
        guard let name = try text(maximum: maximum) else { return nil }
        guard name.holdsLetter else { throw Fault(.nameHasNoLetter) }
        return name
    }

    /// True if a letter or digit is left without signs and tatweel.
    var holdsLetter: Bool {
        text.unicodeScalars.contains {
            $0.properties.numericType != nil || $0.properties.isAlphabetic && $0.value != 0x0640
        }
    }

    /// Ten digits.
    func postalCode() throws(Fault) -> Cell? {
        if isEmpty { return nil }
        guard bytes.count == 10, isDigits else { throw Fault(.postalCodeInvalid) }
        return self
    }

    /// The national code of a natural person: ten digits, the last a check digit.
    ///
    /// The first nine digits have the weights 10…2. The check digit is the remainder of the weighted sum modulo 11, or
    /// 11 minus it if it is 2 or more (github gist ebraminio/5292017, which also reports holders of codes with ten
    /// equal digits, so these pass; ten zeros do not).
    func nationalCode() throws(Fault) -> Cell? {
        if isEmpty { return nil }
        guard isDigits, (8...10).contains(bytes.count) else { throw Fault(.nationalCodeInvalid) }
        guard bytes.count == 10 else {
            throw Fault(hasNationalCheckDigit ? .nationalCodeZerosLost : .nationalCodeInvalid)
        }
        guard hasNationalCheckDigit, bytes.contains(where: { $0 != 0x30 }) else { throw Fault(.nationalCodeCheckDigit) }
        return self
    }

    /// The national id of a legal person: eleven digits, the last a check digit.
    ///
    /// To each of the first ten digits the tenth plus 2 is added; the sums have the weights 29, 27, 23, 19, 17,
    /// repeated. The check digit is the remainder of the weighted sum modulo 11, with 0 for 10 (no official text is
    /// public; after the package persian_utils, `isValidIranianNationalLegalCode`).
    func legalID() throws(Fault) -> Cell? {
        if isEmpty { return nil }
        guard bytes.count == 11, isDigits else { throw Fault(.legalIDInvalid) }
        let weights = [29, 27, 23, 19, 17]
        let addition = digit(9) + 2
        let sum = (0..<10).reduce(0) { $0 + (digit($1) + addition) * weights[$1 % 5] }
        guard sum % 11 % 10 == digit(10) else { throw Fault(.legalIDCheckDigit) }
        return self
    }

    private var isDigits: Bool { bytes.allSatisfy { $0 &- 0x30 <= 9 } }

    private var characterCount: Int { bytes.count { $0 & 0xC0 != 0x80 } }

    private func digit(_ index: Int) -> Int { Int(bytes[index]) - 0x30 }

    /// Counts weights from the right, so that lost leading zeros do not matter.
    private var hasNationalCheckDigit: Bool {
        let last = bytes.count - 1
        let remainder = (1...last).reduce(0) { $0 + digit(last - $1) * ($1 + 1) } % 11
        return digit(last) == (remainder < 2 ? remainder : 11 - remainder)
    }

    /// Words that people write if there is no code.
    private static let placeholders: Set<String> = [
        "na", "n/a", "null", "nil", "none", "nan", "undefined", "unknown", "missing", "tbd", "نامشخص", "ندارد",
        "نامعلوم", "بدونکد", "فاقد", "فاقدکد", "خالی", "هیچ", "ناموجود", "نداریم",
    ]

    /// True for a cell of signs and zeros only, and for a word that means "none".
    private var isPlaceholder: Bool {
        // Nearly every code holds a digit other than zero, so most calls end here.
        if bytes.contains(where: { (0x31...0x39).contains($0) }) { return false }
        let scalars = text.unicodeScalars
        let holdsOnlySigns = scalars.allSatisfy { scalar in
            scalar.properties.numericType != nil
                ? scalar.properties.numericValue == 0
                : scalar.value == 0x0640 || !scalar.properties.isAlphabetic
        }
        if holdsOnlySigns { return true }
        let word = String(String.UnicodeScalarView(scalars.filter { $0.properties.isAlphabetic || $0 == "/" }))
        return word.unicodeScalars.count == scalars.count { !Self.isFiller($0) }
            && Self.placeholders.contains(word.lowercased())
    }

    /// Signs that people put around such a word, as in "#N/A" or "<null>".
    private static func isFiller(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.properties.isAlphabetic && scalar.properties.numericType == nil && scalar != "/"
    }

    private func codeFault() -> Fault? {
        if isPlaceholder { return Fault(.codeIsPlaceholder) }
        for byte in bytes where !Self.isCodeByte(byte) { return codeCharacterFault() }
        if bytes.contains(where: { $0 >= 0x80 }), let fault = codeCharacterFault() { return fault }
        guard bytes.count > Self.longestCode, characterCount > Self.longestCode else { return nil }
        return Fault(.codeTooLong, String(Self.longestCode))
    }

    /// True for ASCII characters that a code may hold, and for every byte of other letters.
    private static func isCodeByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "/"): true
        default: false
        }
    }

    private func codeCharacterFault() -> Fault? {
        let scalars = text.unicodeScalars
        let wrong = scalars.filter { scalar in
            scalar.value < 0x80
                ? !Self.isCodeByte(UInt8(scalar.value)) : !scalar.properties.isAlphabetic
        }
        guard !wrong.isEmpty else { return nil }
        if text.wholeMatch(of: /[0-9](\.[0-9]+)?[eE]\+?[0-9]+/) != nil { return Fault(.codeHasExponent) }
        let hasSpace = wrong.contains { $0 == " " || $0.value == 0x200C }
        return Fault(hasSpace ? .codeHasSpace : .codeHasCharacter)
    }
}
