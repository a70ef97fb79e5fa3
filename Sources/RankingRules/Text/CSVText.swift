/// Records of CSV files (RFC 4180).
public enum CSVText {
    /// The field in the form of a record: quoted if it holds a quotation mark, a line end, or a byte at which a reader
    /// may end the field.
    public static func field(_ text: String, endedBy delimiters: String = ",") -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            byte != UInt8(ascii: "\"") && byte != 0x0A && byte != 0x0D && !delimiters.utf8.contains(byte)
        }
        if isPlain { return text }
        var bytes: [UInt8] = [UInt8(ascii: "\"")]
        bytes.reserveCapacity(text.utf8.count + 8)
        // By bytes: a quotation mark with a combining mark is another character, but still ends the field.
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
        return String(decoding: bytes, as: UTF8.self)
    }

    public static func record(_ fields: [String], delimiter: String = ",", lineEnd: String = "\r\n") -> String {
        fields.map { field($0, endedBy: delimiter) }.joined(separator: delimiter) + lineEnd
    }
}
