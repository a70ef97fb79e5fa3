/// The meaning of each byte for the row scanner: one table inside quotes, one outside.
struct ByteClasses {
    static let ordinary: UInt8 = 0
    /// Delimiter outside quotes.
    static let delimiter: UInt8 = 1
    static let quote: UInt8 = 2
    static let lineFeed: UInt8 = 3
    static let carriageReturn: UInt8 = 4
    /// Bytes that do not occur in text: NUL and the control characters except tab and line ends.
    static let control: UInt8 = 5

    static func quoted() -> [UInt8] {
        var table = [UInt8](repeating: ordinary, count: 256)
        for byte in 0..<256 where isControl(UInt8(byte)) { table[byte] = control }
        table[Int(UInt8(ascii: "\""))] = quote
        table[Int(UInt8(ascii: "\n"))] = lineFeed
        table[Int(UInt8(ascii: "\r"))] = carriageReturn
        return table
    }

    /// True for a byte that does not occur in text.
    static func isControl(_ byte: UInt8) -> Bool {
        byte == 0x7F || byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
    }

    static func plain(delimiter: UInt8) -> [UInt8] {
        var table = quoted()
        table[Int(delimiter)] = Self.delimiter
        return table
    }
}
