/// Recognises text in Windows-1256, the code page in which Excel for Windows saves "CSV" on Persian systems.
enum LegacyEncoding {
    /// True if at least four bytes lie above ASCII, they are letters of that code page, and they hardly ever form
    /// UTF-8.
    static func isWindows1256(_ sample: UnsafeBufferPointer<UInt8>) -> Bool {
        var high = 0
        var letters = 0
        var pairs = 0
        var previous: UInt8 = 0
        for byte in sample where byte >= 0x80 || previous >= 0x80 {
            if byte >= 0x80 {
                high += 1
                if isLetter(byte) { letters += 1 }
                if previous >= 0xD8 && previous <= 0xDB && byte < 0xC0 { pairs += 1 }
            }
            previous = byte
        }
        return high >= 4 && letters * 10 >= high * 9 && pairs * 4 < high
    }

    /// Letters of the table "cp1256" of the Unicode consortium that Persian text uses; 0x9D is the zero-width
    /// non-joiner, 0xA1 and 0xBA, 0xBF the Persian comma, semicolon and question mark.
    private static func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x81, 0x8D, 0x8E, 0x90, 0x98, 0x9D, 0xA1, 0xBA, 0xBF: true
        case 0xC0...0xD6, 0xD8...0xDF: true
        case 0xE1, 0xE3...0xE6, 0xEC, 0xED, 0xF0...0xF8: true
        default: false
        }
    }
}
